import type { Facts } from '../rules/facts.js';
import type { Role } from '../rules/lifecycle.js';
import type { Database } from './database.js';

/** What a role is bound to in an application, as it stands in these facts: a person, unit, department or campaign. */
export function scopeOf(role: Role, facts: Facts): string {
  switch (role) {
    case 'applicant':
      return facts.applicantId;
    case 'unit':
      return facts.unitId;
    case 'department':
      return facts.chain[facts.chainLevel] ?? '';
    default:
      return facts.campaignId;
  }
}

/** The addresses of everybody who holds a role for a scope, each once, in order. */
export async function addressesOf(
  database: Database,
  { role, scope }: { readonly role: Role; readonly scope: string },
): Promise<readonly string[]> {
  const people = await database.user.findMany({
    where: role === 'applicant' ? { id: scope } : { bindings: { some: { role, ...boundTo(role, scope) } } },
    select: { email: true },
    orderBy: { email: 'asc' },
  });
  return people.map(({ email }) => email);
}

function boundTo(role: Role, scope: string) {
  switch (role) {
    case 'unit':
      return { unitId: scope };
    case 'department':
      return { departmentId: scope };
    default:
      return { OR: [{ campaignId: scope }, { campaignId: null }] };
  }
}
