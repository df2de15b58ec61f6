import type { Organisation } from '../../records/memberships/addInvitations.js';
import type { Inviting } from '../../rules/people/invitations.js';
import type { Caller } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';

type Arrival = { readonly params: { readonly id: string }; readonly caller: Caller };

/** The unit or department in the path, for its clerks. @throws Problem `not_permitted`, `not_found` */
export const ownOrganisation: Readonly<Record<Inviting, (arrival: Arrival) => Promise<Organisation>>> = {
  units: async (arrival) => ({ unitId: await ownUnit(arrival) }),
  departments: async (arrival) => ({ departmentId: await ownDepartment(arrival) }),
};

/** The department in the path, for its clerks, as {@link ownUnit}. */
export async function ownDepartment({ params: { id }, caller: { bindings } }: Arrival): Promise<string> {
  const departments = bindings.filter(({ role }) => role === 'department');
  if (departments.length === 0)
    throw new Problem('not_permitted', {
      zh: '只有主管部门经办人可以办理本部门的经办人。',
      en: "Only a department's clerks can see to its clerks.",
    });
  if (!departments.some(({ scope }) => scope === id))
    throw new Problem('not_found', { zh: '没有这个主管部门。', en: 'There is no such department.' });
  return id;
}

/**
 * The unit in the path, for its clerks. A foreign unit is answered as if it were not there.
 *
 * @throws Problem `not_permitted`, `not_found`
 */
export async function ownUnit({ params: { id }, caller: { bindings } }: Arrival): Promise<string> {
  const units = bindings.filter(({ role }) => role === 'unit');
  if (units.length === 0)
    throw new Problem('not_permitted', {
      zh: '只有单位经办人可以办理本单位的人员。',
      en: "Only a unit's clerks can see to its people.",
    });
  if (!units.some(({ scope }) => scope === id))
    throw new Problem('not_found', { zh: '没有这个单位。', en: 'There is no such unit.' });
  return id;
}
