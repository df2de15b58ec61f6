import { instantOf, type LocalDate, type LocalDateTime, localDateOf } from '../calendar/instant.js';
import type { Ruled } from '../policy/policy.js';

/** The day on which something counts: the policy's, else that of the submission. */
export function referenceDay(ruled: Ruled<LocalDateTime> | null, submittedOn: LocalDate): LocalDate {
  return ruled ? localDateOf(instantOf(ruled.value)) : submittedOn;
}
