import { openPolicy } from '../../../bench/data/campaign.js';
import { addDays, day, localDateOf } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { xinjiangOverlays } from '../../../rules/calendar/overlays/xinjiang.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';

const thisYear = new Date().getFullYear();
const years = [thisYear - 1, thisYear, thisYear + 1];
/** The working days of the years these tests touch. */
export const calendar = buildCalendar({ years, overlays: years.flatMap((year) => xinjiangOverlays[year] ?? []) });

/** When the past of applications that are taken over began: long enough ago for every period in it. */
export const longAgo = Date.now() - 45 * day;
const closed = { ...openPolicy.payment.value, due: `${addDays(localDateOf(longAgo), 30)}T24:00` };

/** A life without a day to wait for. */
export const quick = openPolicy;

/** The same with every period of the notice, its windows over: what is still running runs because it was extended. */
export const extended: Policy = {
  ...openPolicy,
  id: 'extended',
  postingPhoto: byDefault(false, '通知未规定'),
  filing: { ...openPolicy.filing, committee: { ...openPolicy.filing.committee, value: closed.due } },
  payment: { ...openPolicy.payment, value: closed },
  materials: { ...openPolicy.materials, value: closed },
  stages: {
    ...openPolicy.stages,
    unitPublicity: { ...openPolicy.stages.unitPublicity, value: true },
    publicNotice: { ...openPolicy.stages.publicNotice, value: true },
  },
};

/** With a public notice of the result, to which somebody may object. */
export const noticed: Policy = {
  ...openPolicy,
  id: 'noticed',
  stages: { ...openPolicy.stages, publicNotice: { ...openPolicy.stages.publicNotice, value: true } },
};
