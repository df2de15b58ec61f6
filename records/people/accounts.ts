import type { Role } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';
import type { Grant } from './grantRole.js';

/** A person with an account, as operators see one. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Null: reached by telephone only. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Whether the first password, which somebody else has seen, still has to be changed. */
  readonly passwordChangeDue: boolean;
  /** Whether a single sign-on has bound the account to somebody of the other service. */
  readonly signOnBound: boolean;
  readonly roles: readonly AccountRole[];
}
/** One role of a person with its binding; null where it has none of that kind. */
export interface AccountRole {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly departmentId: string | null;
  readonly campaignId: string | null;
  /** The name of that unit or department, or the campaign's title. */
  readonly scopeName: string | null;
}

const columns = {
  id: true,
  name: true,
  email: true,
  phone: true,
  passwordChangeDue: true,
  signOnSubject: true,
  bindings: {
    orderBy: { id: 'asc' },
    omit: { personId: true, partTime: true },
    include: {
      unit: { select: { name: true } },
      department: { select: { name: true } },
      campaign: { select: { title: true } },
    },
  },
} as const;

/** A page of people by name, after a person; only those whose name, address or number contains `q`. */
export async function listAccounts(
  database: Database,
  { q, after, limit }: { readonly q?: string | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<readonly Account[]> {
  const rows = await database.user.findMany({
    where: {
      ...(q === undefined
        ? {}
        : { OR: [{ name: { contains: q } }, { email: { contains: q.toLowerCase() } }, { phone: { contains: q } }] }),
    },
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit,
    select: columns,
  });
  return rows.map(accountOf);
}

/** One person's account, or null. */
export async function findAccount(database: Database, id: string): Promise<Account | null> {
  const row = await database.user.findUnique({ where: { id }, select: columns });
  return row && accountOf(row);
}

/** Whether nobody uses this installation yet: there is no person, or only this one, whose first password is unused. */
export async function awaitsFirstOperator(database: Database, email: string): Promise<boolean> {
  const people = await database.user.findMany({ take: 2, select: { email: true, passwordChangeDue: true } });
  return people.every((person) => person.email === email.toLowerCase() && person.passwordChangeDue);
}

/** Removes a role and ends the person's sessions. False: the person does not hold it. */
export async function revokeRole(database: Database, personId: string, roleId: string): Promise<boolean> {
  const [{ count }] = await database.$transaction([
    database.roleBinding.deleteMany({ where: { id: roleId, personId } }),
    database.session.deleteMany({ where: { personId } }),
  ]);
  return count > 0;
}

/** The field of the first binding of a grant that does not exist; null when all exist. */
export async function unknownScope(
  database: Database,
  { unitId, departmentId, campaignId }: Omit<Grant, 'role'>,
): Promise<'unitId' | 'departmentId' | 'campaignId' | null> {
  const select = { id: true } as const;
  if (unitId !== undefined && !(await database.unit.findUnique({ where: { id: unitId }, select }))) return 'unitId';
  if (departmentId !== undefined && !(await database.department.findUnique({ where: { id: departmentId }, select })))
    return 'departmentId';
  if (campaignId !== undefined && !(await database.campaign.findUnique({ where: { id: campaignId }, select })))
    return 'campaignId';
  return null;
}

type Row = Omit<Account, 'roles' | 'signOnBound'> & {
  readonly signOnSubject: string | null;
  readonly bindings: readonly (Omit<AccountRole, 'role' | 'scopeName'> & {
    readonly role: string;
    readonly unit: { readonly name: string } | null;
    readonly department: { readonly name: string } | null;
    readonly campaign: { readonly title: string } | null;
  })[];
};
function accountOf({ bindings, signOnSubject, ...person }: Row): Account {
  return {
    ...person,
    signOnBound: signOnSubject !== null,
    roles: bindings.map(({ unit, department, campaign, role, ...binding }) => ({
      ...binding,
      role: role as Role,
      scopeName: unit?.name ?? department?.name ?? campaign?.title ?? null,
    })),
  };
}
