import { addDays, day, localDateOf } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { xinjiangOverlays } from '../../../rules/calendar/overlays/xinjiang.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { ever, openPolicy } from '../../hurried/campaign.js';

const thisYear = new Date().getFullYear();
const years = [thisYear - 1, thisYear, thisYear + 1];
/** The working days of last year, this year and next year. */
export const calendar = buildCalendar({ years, overlays: years.flatMap((year) => xinjiangOverlays[year] ?? []) });

/** When imported applications were opened: early enough for every period since then to have ended. */
export const longAgo = Date.now() - 45 * day;
const closed = { ...ever, due: `${addDays(localDateOf(longAgo), 30)}T24:00` };

/** A campaign without waiting periods. */
export const quick = openPolicy;

/** The same with every period of the notice, all of them over: deadlines still running were extended. */
export const extended: Policy = {
  ...openPolicy,
  id: 'extended',
  postingPhoto: byDefault(false, '通知未规定'),
  filing: { ...openPolicy.filing, committee: { ...openPolicy.filing.committee, value: closed.due } },
  payment: byDefault(closed, '通知未规定'),
  materials: byDefault(closed, '通知未规定'),
  stages: {
    ...openPolicy.stages,
    unitPublicity: { ...openPolicy.stages.unitPublicity, value: true },
    publicNotice: { ...openPolicy.stages.publicNotice, value: true },
  },
};

/** The same with a public notice of the result, to which people may object. */
export const noticed: Policy = {
  ...openPolicy,
  id: 'noticed',
  stages: { ...openPolicy.stages, publicNotice: { ...openPolicy.stages.publicNotice, value: true } },
};
