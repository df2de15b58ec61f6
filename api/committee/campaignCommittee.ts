import type { CommitteeLaw, Policy } from '../../rules/policy/policy.js';
import { Problem } from '../http/problem.js';

/** A committee of a campaign by its code. @throws Problem `not_found` */
export function getCommittee(policy: Policy, code: string): CommitteeLaw {
  const committee = policy.reviewCommittee.committees.value.find((one) => one.code === code);
  if (!committee)
    throw new Problem('not_found', {
      zh: '这个年度评审没有这个评审委员会。',
      en: 'This annual review has no such committee.',
    });
  return committee;
}

/** Codes of the specialties a campaign judges. */
export function specialtiesOf({ specialties }: Policy): readonly string[] {
  return specialties.map(({ code }) => code);
}
