import { addDays, type Instant, type LocalDate, localDateOf } from '../../calendar/instant.js';
import type { Policy } from '../../policy/policy.js';
import { type Refusal, refuse } from '../../refusal.js';

/**
 * The refusal of a pause, asked for at an instant, whose planned end is past or too far away: what takes longer is looked at
 * again. `until`: a Beijing date.
 */
export function unplannedPause(
  { alarms: { pauseDays } }: Pick<Policy, 'alarms'>,
  until: LocalDate,
  at: Instant,
): Refusal | null {
  const { value, clause } = pauseDays;
  const today = localDateOf(at);
  const last = addDays(today, value);
  return until >= today && until <= last
    ? null
    : refuse(
        'pause_not_planned',
        clause,
        {
          zh: `计划恢复或复核的日期应在${today}至${last}之间；到期仍需中止的，届时再定。`,
          en: `The day on which the pause is to end or to be looked at again has to lie between ${today} and ${last}.`,
        },
        { field: 'until' },
      );
}
