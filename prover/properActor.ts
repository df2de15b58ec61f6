import type { Actor } from '../rules/application/act.js';
import type { Facts } from '../rules/application/facts.js';
import { type EventName, findLaw, type Role, statuses } from '../rules/application/lifecycle.js';

/** Person ids by role; a role that is missing gets an invented one. */
export type PeopleByRole = Readonly<Partial<Record<Role, string>>>;

/** An actor who may perform an event, with the scope of this application's unit, department or campaign. */
export function properActor(facts: Facts, event: EventName, people: PeopleByRole, role?: Role): Actor {
  const status = findLaw(facts.status, event) ? facts.status : statuses.find((other) => findLaw(other, event));
  const chosen = role ?? (status ? findLaw(status, event)?.allowedRoles[0] : undefined) ?? 'office';
  const scopes: Partial<Record<Role, string | null>> = {
    applicant: null,
    unit: facts.unitId,
    department: facts.chain[facts.chainLevel] ?? null,
    timer: null,
  };
  const scope = chosen in scopes ? (scopes[chosen] ?? null) : facts.campaignId;
  const personId = chosen === 'applicant' ? facts.applicantId : (people[chosen] ?? `${chosen}-1`);
  return { role: chosen, personId, scope };
}
