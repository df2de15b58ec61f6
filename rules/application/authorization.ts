import { type Cited, cite } from '../policy/clauses.js';
import { type Refusal, refuse, wrongRole } from '../refusal.js';
import type { Actor } from './act.js';
import type { Facts } from './facts.js';
import { type EventLaw, type EventName, findLaw, type Role, statuses } from './lifecycle.js';

/** What each role must be bound to before it may act on an application. */
const bindings: Readonly<Record<Role, (actor: Actor, facts: Facts) => boolean>> = {
  applicant: ({ personId }, { applicantId }) => personId === applicantId,
  unit: ({ scope }, { unitId }) => scope === unitId,
  department: ({ scope }, { chain, chainLevel }) => scope === chain[chainLevel],
  office: ofCampaign,
  finance: ofCampaign,
  expert: ofCampaign,
  chair: ofCampaign,
  supervisor: ofCampaign,
  operator: ofCampaign,
  bank: ofCampaign,
  public: () => true,
  timer: () => true,
};

function ofCampaign({ scope }: Actor, { campaignId }: Facts): boolean {
  return scope === null || scope === campaignId;
}

const people = new Set<Role>(['unit', 'department', 'office', 'finance', 'expert', 'chair', 'supervisor', 'operator']);

/** Whether a role has the event in any status at all. */
function everAllowed(role: Role, event: EventName): boolean {
  return statuses.some((status) => findLaw(status, event)?.allowedRoles.includes(role));
}

/** Why an actor may not do this: the role, the unit, department or campaign, or one's own application. Null: they may. */
export function authorizationRefusal(
  facts: Facts,
  event: EventName,
  actor: Actor,
  law: EventLaw | null,
  policy: Cited,
): Refusal | null {
  const clause = cite(policy, law?.clause ?? 'procedure');
  const allowed = law ? law.allowedRoles.includes(actor.role) : everAllowed(actor.role, event);
  if (!allowed) return refuse('role_not_allowed', clause, wrongRole);
  if (!bindings[actor.role](actor, facts)) {
    return refuse('not_yours', clause, {
      zh: '这份申报不在您的单位、部门或年度评审范围内。',
      en: 'This application does not belong to your unit, department or annual review.',
    });
  }
  return people.has(actor.role) && actor.personId === facts.applicantId
    ? refuse('own_application', clause, {
        zh: '经办人不能办理本人的申报，请由其他人员办理。',
        en: 'Nobody handles their own application; please let somebody else do it.',
      })
    : null;
}
