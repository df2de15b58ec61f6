import pMap from 'p-map';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { createPerson } from '../../../api/accounts/people.js';
import { addSanction } from '../../../records/conferral/sanctions.js';
import type { Grant } from '../../../records/people/grantRole.js';
import { needsSecondFactor } from '../../../rules/application/lifecycle.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { sampleDepartments, sampleUnits } from '../../samples/organisations.js';
import { rehearsalExperts } from '../committee/expertPool.js';
import type { RehearsalCase } from '../rehearsalCase.js';
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

/** Adds units, departments and the operator, who exists before any campaign. */
export async function seedDirectory({ db }: Environment, authenticators: Authenticators): Promise<void> {
  await db.department.createMany({ data: [...sampleDepartments] });
  for (const { id, name, kind, chain } of sampleUnits) {
    const create = chain.map((departmentId, level) => ({ level, departmentId }));
    await db.unit.create({ data: { id, name, kind, chain: { create } } });
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
  cases: readonly RehearsalCase[],
  policy: Policy,
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

  for (const { id: unitId, name, kind } of sampleUnits) {
    const personId = await create(emails.unit(unitId), `${name}经办人`, [{ role: 'unit', unitId }]);
    await statePositionsOf(db, policy, { id: unitId, kind, personId }, cases.length);
  }
  for (const { id: departmentId, name } of sampleDepartments) {
    await create(emails.department(departmentId), `${name}经办人`, [{ role: 'department', departmentId }]);
  }
  const campaignId = id;
  for (const actor of ['office', 'finance', 'expert', 'supervisor'] as const) {
    await create(emails[actor], actor, [{ role: actor, campaignId }]);
  }
  await create(emails.second_office, 'second office', [{ role: 'office', campaignId }]);
  for (const email of otherExperts) await create(email, email, [{ role: 'expert', campaignId }]);
  for (const { email, name } of rehearsalExperts(policy)) await create(email, name, []);

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
  clause: '通知 五（一）',
};
