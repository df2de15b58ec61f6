import pMap from 'p-map';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { createPerson } from '../../../api/accounts/people.js';
import { addSanction } from '../../../records/conferral/sanctions.js';
import type { Grant } from '../../../records/people/grantRole.js';
import type { Unit } from '../../../records/people/organisations.js';
import { needsSecondFactor } from '../../../rules/application/lifecycle.js';
import { type SampleDepartment, sampleDepartments } from '../../samples/organisations.js';
import { rehearsalExperts } from '../committee/expertPool.js';
import type { Rehearsed } from '../scenario.js';
import type { Authenticators } from './authenticators.js';
import type { Environment } from './environment.js';
import { statePositionsOf } from './statePositionsOf.js';

/** The password of all accounts: the rehearsal is not reachable from outside. */
export const password = 'rehearsal-2024-aksu';

// Not the cost for real people: thousands sign in.
const quickHash = { N: 2 ** 12, r: 8, p: 1 } as const;

/** Email addresses of everybody but applicants, one role each. */
export const emails = {
  unit: (id: string) => `unit-${id}@demo.example`,
  department: (id: string) => `department-${id}@demo.example`,
  office: 'office@demo.example',
  second_office: 'second-office@demo.example',
  finance: 'finance@demo.example',
  expert: 'expert-1@demo.example',
  supervisor: 'supervisor@demo.example',
  operator: 'operator@demo.example',
} as const;

const otherExperts = ['expert-2@demo.example', 'expert-3@demo.example'] as const;

/** The sample departments, and those that only these units have above them. */
function departmentsOf(units: readonly Unit[]): readonly SampleDepartment[] {
  const known = new Set(sampleDepartments.map(({ id }) => id));
  const others = new Set(units.flatMap(({ chain }) => chain).filter((id) => !known.has(id)));
  return [...sampleDepartments, ...[...others].map((id) => ({ id, name: `主管部门${id}` }))];
}

/** Adds units, departments and the operator, who exists before any campaign. */
export async function seedDirectory(
  { db }: Environment,
  authenticators: Authenticators,
  units: readonly Unit[],
): Promise<void> {
  await db.department.createMany({ data: [...departmentsOf(units)] });
  for (const { id, name, kind, rank, region, chain } of units) {
    const create = chain.map((departmentId, level) => ({ level, departmentId }));
    await db.unit.create({ data: { id, name, kind, rank: rank ?? null, region: region ?? null, chain: { create } } });
  }
  const roles = [{ role: 'operator' }] as const;
  const hash = await hashPassword(password, quickHash);
  const email = emails.operator;
  const personId = await createPerson({ db }, { email, name: 'operator', password: { hash }, roles });
  await authenticators.give([{ personId, email }]);
}

/** Creates an account for everybody who acts in the campaign. */
export async function createAccounts(
  { db }: Environment,
  authenticators: Authenticators,
  { cases, units, campaign: { policy }, committees }: Rehearsed,
): Promise<void> {
  const { id } = policy;
  const hash = await hashPassword(password, quickHash);
  const staff: { readonly personId: string; readonly email: string }[] = [];
  const create = async (email: string, name: string, roles: readonly Grant[]) => {
    const personId = await createPerson({ db }, { email, name, password: { hash }, roles });
    // Experts get their role when they are drawn.
    if (roles.length === 0 || roles.some(({ role }) => needsSecondFactor(role))) staff.push({ personId, email });
    return personId;
  };

  for (const { id: unitId, name, kind } of units) {
    const personId = await create(emails.unit(unitId), `${name}经办人`, [{ role: 'unit', unitId }]);
    await statePositionsOf(db, policy, { id: unitId, kind, personId }, cases.length);
  }
  for (const { id: departmentId, name } of departmentsOf(units)) {
    await create(emails.department(departmentId), `${name}经办人`, [{ role: 'department', departmentId }]);
  }
  const campaignId = id;
  for (const actor of ['office', 'finance', 'expert', 'supervisor'] as const) {
    await create(emails[actor], actor, [{ role: actor, campaignId }]);
  }
  await create(emails.second_office, 'second office', [{ role: 'office', campaignId }]);
  for (const email of otherExperts) await create(email, email, [{ role: 'expert', campaignId }]);
  for (const { email, name } of rehearsalExperts(policy, units, committees)) await create(email, name, []);

  await pMap(
    cases,
    async ({ unit, plan, candidacy: { person } }) => {
      const grants: Grant[] = [{ role: 'applicant', unitId: unit.id }];
      if (plan.clerk) grants.push({ role: 'unit', unitId: unit.id });
      const personId = await create(person.email, person.name, grants);
      if (plan.sanctioned) await addSanction(db, { subject: 'person', personId, ...sanction });
    },
    { concurrency: 8 },
  );
  await authenticators.give(staff);
}

const sanction = {
  basis: '阿工信处〔2022〕5号',
  decidedOn: '2022-05-01',
  expiresOn: '2027-04-30',
  clause: '通知 三、其他事宜（一）',
};
