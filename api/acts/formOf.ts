import type { FormName } from '../../rules/application/act.js';
import { type EventName, findLaw, statuses } from '../../rules/application/lifecycle.js';

/** The form an event takes: the same in every status that has it. */
export function formOf(event: EventName): FormName {
  const law = statuses.map((status) => findLaw(status, event)).find((one) => one !== null);
  if (!law) throw new Error(`${event} is in no status of the law`);
  return law.takes;
}
