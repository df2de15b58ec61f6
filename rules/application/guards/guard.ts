import type { BilingualText } from '../../bilingualText.js';
import type { Calendar } from '../../calendar/calendar.js';
import { formatInstantZh, type Instant, inDigits } from '../../calendar/instant.js';
import type { Policy } from '../../policy/policy.js';
import { type Refusal, refuse } from '../../refusal.js';
import type { Act, FormName, Forms } from '../act.js';
import type { Facts } from '../facts.js';

/** What a condition is judged by. */
interface GuardContext {
  readonly facts: Facts;
  readonly act: Act;
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** Where the campaign's notice has the row of the law that the act is judged by. */
  readonly clause: string;
}
type Check = (context: GuardContext) => Refusal | null;

/** A condition on an act. One that needs only facts and clock is also shown before anybody acts. */
export interface Guard {
  readonly zh: string;
  readonly en: string;
  readonly looksAtAct: boolean;
  readonly check: Check;
}

/** The data of an act, in the form its row of the law takes. The API has checked the shape. */
export function dataOf<F extends FormName>(_form: F, act: Act): Forms[F] {
  return act.data as Forms[F];
}

/** The refusal before a period has opened, with the instant at which it does. */
export function early(opens: Instant, clause: string, what: BilingualText): Refusal {
  return refuse('window_not_open', clause, {
    zh: `${what.zh}尚未开始，${formatInstantZh(opens)}起受理，请届时办理。`,
    en: `${what.en} has not begun. It opens at ${inDigits(opens)}; please come back then.`,
  });
}

/** A condition on facts and clock, also shown before anybody acts. */
export const onFacts = (zh: string, en: string, check: Check): Guard => ({ zh, en, looksAtAct: false, check });
/** A condition on the data of the act. */
export const onAct = (zh: string, en: string, check: Check): Guard => ({ zh, en, looksAtAct: true, check });
