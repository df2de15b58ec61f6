import type { CommitteeLaw, Policy } from '../../rules/policy/policy.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
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

/** The committee named in the path, as the subject of a route. @throws Problem `not_found` */
export async function committeeInPath(
  { params }: { readonly params: { readonly id: string; readonly committee: string } },
  { db }: Pick<Deps, 'db'>,
) {
  const { id: campaignId, policy } = await getCampaign(db, params.id);
  return { campaignId, committee: getCommittee(policy, params.committee).code };
}
