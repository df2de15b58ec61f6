import type { Act, ActData, MeetingResult } from '../application/act.js';
import type { Facts } from '../application/facts.js';
import { reviewGuards } from '../application/guards/reviewGuards.js';
import type { Calendar } from '../calendar/calendar.js';
import type { Instant } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import type { Refusal } from '../refusal.js';

/**
 * Why an application in review cannot be voted yet, though a meeting is held: the law would refuse the outcome. Null: it can.
 * `specialty` are the scores of its specialty now.
 */
export function agendaRefusal(
  facts: Facts,
  specialty: MeetingResult['specialty'],
  { policy, calendar, now }: { readonly policy: Policy; readonly calendar: Calendar; readonly now: Instant },
): Refusal | null {
  const data = { specialty, minutes: { kind: 'signed' } } as unknown as ActData;
  const actor = { role: 'office', personId: 'office', scope: facts.campaignId } as const;
  const act: Act = {
    key: '',
    event: 'record_tally',
    actor,
    receivedAt: now,
    expectedSeq: null,
    data,
    freeTextHash: null,
  };
  return reviewGuards.specialty_scored.check({ facts, act, policy, calendar, clause: '' });
}
