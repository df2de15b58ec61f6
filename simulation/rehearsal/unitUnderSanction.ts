import type { Unit } from '../../records/people/organisations.js';
import type { Facts } from '../../rules/application/facts.js';
import { type Instant, type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import { type AskedToRecommend, askedToRecommend } from '../../rules/sanctions/sanctionedUnit.js';
import { sanctionTerm } from '../../rules/sanctions/sanctions.js';
import { plannedInstant } from './plans/plannedInstant.js';
import type { RehearsalCase } from './rehearsalCase.js';

/** The unit that is put under sanction while applications stand there; only plans about that take place in it. */
export const unitUnderSanction: Unit = {
  id: 'yanhe-chemical',
  name: '盐河化工有限公司',
  kind: 'private_enterprise',
  chain: ['aksu-commerce'],
};

/** When its sanction comes into force: during the publicity of those it has posted. */
export const unitSanctionedAt = '07-31 15:00';

/** The last day of the sanction of a case's unit, as of an instant; null when none is in force. */
export function unitSanctionedUntil({ plan, candidacy: { policy } }: RehearsalCase, at: Instant): LocalDate | null {
  const from = plannedInstant(unitSanctionedAt, policy.year);
  if (!plan.unitSanctioned || at < from) return null;
  return sanctionTerm({ subject: 'unit', basis: 'fraud', decidedOn: localDateOf(from) }, policy).until;
}

/** Who is told that a case waits to be recommended. */
export function recommenderOf(testCase: RehearsalCase, facts: Pick<Facts, 'chain'>, at: Instant): AskedToRecommend {
  return askedToRecommend(facts, testCase.candidacy.policy, unitSanctionedUntil(testCase, at));
}
