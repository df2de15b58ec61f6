import { randomUUID } from 'node:crypto';
import { findApplication } from '../../records/application/applications.js';
import type { Database } from '../../records/database.js';
import type { Profile } from '../../rules/application/facts.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import { isoInBeijing, type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import { feeOf } from '../../rules/candidate/fees.js';
import { originalsRequired } from '../../rules/dossier/checklist.js';
import { openPolicy } from './campaign.js';
import { hearCandidate } from './hearing.js';

/** What everybody applies for: the one application that passes every office. */
export const requestedTitle = { level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' } as const;
/** The same with the profile fields of the unit. */
export const profile: Profile = { ...requestedTitle, employerKind: 'public_institution', defenseExempt: false };

const points = [8000, 8250, 8500];
/** The tally of everybody: of a committee of eleven. */
export const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };

/** What a unit states with its recommendation. */
export const unitDecision = (decidedOn: LocalDate) => ({
  decidedOn,
  decisionNumber: '会议纪要第1号',
  leader: '王建国',
});

const bodies: Readonly<Partial<Record<EventName, () => object>>> = {
  recommend: () => unitDecision(localDateOf(Date.now())),
  confirm_payment: () => ({ amount: feeOf(profile, openPolicy), channel: 'bank', voucher: randomUUID() }),
  receive_materials: () => ({ received: originalsRequired(profile, openPolicy) }),
  schedule_defense: () => ({ at: isoInBeijing(Date.now()), place: '第一会议室' }),
  enter_tally: () => ({ metOn: localDateOf(Date.now()), tally }),
  record_tally: () => ({ metOn: localDateOf(Date.now()), tally }),
};

/** The request body of an act. */
export function bodyOf(event: EventName): object {
  return bodies[event]?.() ?? {};
}

/** Has a candidate heard by a panel of the committee, which has to be seated. */
export async function hear(database: Database, applicationId: string): Promise<void> {
  const application = await findApplication(database, applicationId);
  if (!application) throw new Error(`no application ${applicationId}`);
  const { facts } = application;
  const criteria = openPolicy.reviewCommittee.criteria.value;
  await hearCandidate(database, { facts, heldAt: facts.defenseAt ?? Date.now(), criteria, points });
}
