import type { Actor } from '../../rules/application/act.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';

/** One role of a person. As an actor its scope is the unit, department or campaign it is bound to; null: every one. */
export interface Binding extends Actor {
  readonly id: string;
  readonly unitId: string | null;
  readonly departmentId: string | null;
  readonly campaignId: string | null;
}

/** Every role a person holds; none while a first password, which somebody else has seen, is not changed. */
export async function bindingsOf(database: Database, personId: string): Promise<readonly Binding[]> {
  const rows = await database.roleBinding.findMany({
    where: { personId, person: { passwordChangeDue: false } },
    orderBy: [{ role: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    role: row.role as Role,
    scope: row.unitId ?? row.departmentId ?? row.campaignId,
  }));
}

/**
 * The same roles with the name of the unit or department, or the campaign's title; null where a role is bound to nothing.
 * Clerks of a unit with units below act as these units' department too.
 */
export async function namedBindingsOf(database: Database, personId: string) {
  const rows = await database.roleBinding.findMany({
    where: { personId, person: { passwordChangeDue: false } },
    orderBy: [{ role: 'asc' }, { id: 'asc' }],
    include: {
      unit: { select: { name: true, subordinates: { take: 1, select: { id: true } } } },
      department: { select: { name: true } },
      campaign: { select: { title: true } },
    },
  });
  return rows.flatMap(({ role, unitId, departmentId, campaignId, unit, department, campaign }) => {
    const scope = unitId ?? departmentId ?? campaignId;
    const scopeName = unit?.name ?? department?.name ?? campaign?.title ?? null;
    const held = { role: role as Role, scope, scopeName };
    return role === 'unit' && unit?.subordinates.length ? [held, { ...held, role: 'department' as const }] : [held];
  });
}

/** Name, address and number of a person, or null. */
export async function findPerson(database: Database, id: string) {
  return await database.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, phone: true, passwordChangeDue: true, language: true },
  });
}
