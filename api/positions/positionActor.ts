import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { findUnit, type Unit } from '../../records/people/organisations.js';
import { asksPositions, type PositionRole, positionRoles } from '../../rules/campaign/positions.js';
import { cite } from '../../rules/policy/clauses.js';
import { type Caller, holds } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import { Problem } from '../http/problem.js';

/**
 * The campaign in the path, for units, departments and its own office.
 *
 * @throws Problem `not_found` where it asks no unit for its positions, `not_permitted` for another campaign's office
 */
export async function campaignAsking(
  { params, caller }: { readonly params: { readonly id: string }; readonly caller: Caller },
  { db }: { readonly db: Database },
): Promise<Campaign> {
  const campaign = await getCampaign(db, params.id);
  if (!campaign.policy.positions.value) throw notAsked(campaign.policy.positions.clause);
  const ownUnits = positionRoles.some((role) => role !== 'office' && scopesOf(caller, role).length > 0);
  if (!ownUnits && !holds(caller, 'office', campaign.id)) throw notPermitted();
  return campaign;
}

function notAsked(clause: string): Problem {
  return new Problem(
    'not_found',
    { zh: '本年度评审不要求填报岗位。', en: 'This review does not ask for positions here.' },
    { clause },
  );
}

/** The unit, and in which of these roles the caller deals with its positions. @throws Problem `not_found` or `not_permitted` */
export async function unitAndRole(
  db: Database,
  { caller, campaign, unitId }: { readonly caller: Caller; readonly campaign: Campaign; readonly unitId: string },
  among: readonly PositionRole[] = positionRoles,
): Promise<{ readonly unit: Unit; readonly role: PositionRole }> {
  const unit = await findUnit(db, unitId);
  const towards = unit ? positionRoles.filter((role) => isTowards(role, caller, campaign, unit)) : [];
  if (!unit || towards.length === 0)
    throw new Problem('not_found', {
      zh: '没有这个单位，或者您无权查看。',
      en: 'There is no such unit, or you may not see it.',
    });
  const role = towards.find((one) => among.includes(one));
  if (!role) throw notPermitted();
  if (!asksPositions(campaign.policy, unit.kind)) throw notAsked(cite(campaign.policy, 'positions'));
  return { unit, role };
}

function isTowards(role: PositionRole, caller: Caller, campaign: Campaign, unit: Unit): boolean {
  if (role === 'office') return holds(caller, role, campaign.id);
  const scopes = scopesOf(caller, role);
  return role === 'unit' ? scopes.includes(unit.id) : unit.chain.some((department) => scopes.includes(department));
}

/** The units or departments for which the caller has this role. */
export function scopesOf({ bindings }: Caller, role: PositionRole): readonly string[] {
  return bindings.flatMap((binding) => (binding.role === role && binding.scope !== null ? [binding.scope] : []));
}

/** For a role that does not do this, or not in this campaign. */
export function notPermitted(): Problem {
  return new Problem('not_permitted', { zh: '您的角色不能进行这项操作。', en: 'Your role cannot do this.' });
}
