import { randomUUID } from 'node:crypto';
import { createCampaign } from '../../../records/campaign/campaigns.js';
import type { Database } from '../../../records/database.js';
import { type Grant, grantRole } from '../../../records/people/grantRole.js';
import type { Role } from '../../../rules/application/lifecycle.js';
import type { Calendar } from '../../../rules/calendar/calendar.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { tally } from '../../hurried/bodies.js';
import { provenSession } from '../../hurried/provenSession.js';
import { seatCommittee } from '../../hurried/seatedCommittee.js';

/** A person with an account and a session. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly key: string;
}

/** Who holds which role, of one unit, one department and every campaign. */
export type Staff = Readonly<
  Record<'unit' | 'department' | 'office' | 'secondOffice' | 'finance' | 'supervisor' | 'secondSupervisor', Person>
>;

export const unitId = 'unit-1';
export const departmentId = 'department-1';

/** A new person with these roles. */
export async function hire(db: Database, name: string, grants: readonly Grant[]): Promise<Person> {
  const id = randomUUID();
  const email = `${id}@example.cn`;
  await db.user.create({ data: { id, name, email } });
  for (const grant of grants) await grantRole(db, id, grant);
  return { id, email, key: await provenSession(db, id) };
}

/** A candidate of the unit. */
export function candidate(db: Database, name = '申报人'): Promise<Person> {
  return hire(db, name, [{ role: 'applicant', unitId }]);
}

/** Creates campaigns with their committees, a unit with a department above it, and their staff. */
export async function createStaff(
  db: Database,
  campaigns: readonly { readonly policy: Policy; readonly calendar: Calendar }[],
): Promise<Staff> {
  const by = { changedBy: 'test', changedAt: Date.parse('2020-01-01T00:00:00+08:00'), reason: '通知印发' };
  for (const { policy, calendar } of campaigns) {
    await createCampaign(db, { id: policy.id, title: policy.title, policy, calendar, state: 'open' }, by);
  }
  await db.department.create({ data: { id: departmentId, name: '主管部门' } });
  const chain = { create: [{ level: 0, departmentId }] };
  await db.unit.create({ data: { id: unitId, name: '单位', kind: 'public_institution', chain } });
  for (const { policy } of campaigns) await seatCommittee(db, policy.id, tally.committee);
  const everywhere = (role: Role) => campaigns.map(({ policy }) => ({ role, campaignId: policy.id }));
  return {
    unit: await hire(db, '单位经办人', [{ role: 'unit', unitId }]),
    department: await hire(db, '主管部门经办人', [{ role: 'department', departmentId }]),
    office: await hire(db, '办事机构经办人', everywhere('office')),
    secondOffice: await hire(db, '办事机构另一位', everywhere('office')),
    finance: await hire(db, '财务', everywhere('finance')),
    supervisor: await hire(db, '监督', everywhere('supervisor')),
    secondSupervisor: await hire(db, '监督另一位', everywhere('supervisor')),
  };
}
