import type { Calendar } from '../../rules/calendar.js';
import { aksu2024 } from '../../rules/campaigns/aksu2024.js';
import { confirmed } from '../../rules/campaigns/confirmed.js';
import { type Instant, instantOf } from '../../rules/instant.js';
import { buildCalendar } from '../../rules/nationalCalendar.js';
import { xinjiang2024 } from '../../rules/overlays/xinjiang2024.js';
import type { Policy } from '../../rules/policy.js';

/** The campaign of the notice, with every value confirmed. */
export const policy: Policy = confirmed(aksu2024);

/** The calendar of its year, Xinjiang's festivals included. */
export const calendar: Calendar = buildCalendar({ years: [policy.year], overlays: [xinjiang2024] });

/** The campaign's clock starts on the morning of the notice. */
export const begin: Instant = instantOf(`${policy.announcedOn}T08:00`);
