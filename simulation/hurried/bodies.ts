import { randomUUID } from 'node:crypto';
import type { Profile } from '../../rules/application/facts.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import { isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { feeOf } from '../../rules/candidate/fees.js';
import { originalsRequired } from '../../rules/dossier/checklist.js';
import { openPolicy } from './campaign.js';

/** What everybody applies for: the one application that passes every office. */
export const requestedTitle = { level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' } as const;
/** The same with the profile fields of the unit. */
export const profile: Profile = { ...requestedTitle, employerKind: 'public_institution', defenseExempt: false };

const sheets = [8000, 8250, 8500].map((points, index) => ({ expertId: `expert-${index}`, points }));
const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };

const bodies: Readonly<Partial<Record<EventName, () => object>>> = {
  confirm_payment: () => ({ amount: feeOf(profile, openPolicy), channel: 'bank', voucher: randomUUID() }),
  receive_materials: () => ({ received: originalsRequired(profile, openPolicy) }),
  schedule_defense: () => ({ at: isoInBeijing(Date.now()), place: '第一会议室' }),
  score_defense: () => ({ sheets }),
  record_tally: () => ({ metOn: localDateOf(Date.now()), tally }),
};

/** The request body of an act. */
export function bodyOf(event: EventName): object {
  return bodies[event]?.() ?? {};
}
