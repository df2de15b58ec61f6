import { useLocation } from 'react-router';
import { type Binding, type Role, useMe } from '../api/me.js';

const KEY = 'binding';
const nameOf = ({ role, scope }: Binding) => `${role}:${scope ?? ''}`;

/** The address prefix of each role's pages. */
export const homePaths: Readonly<Partial<Record<Role, string>>> = {
  applicant: '/applicant',
  unit: '/unit',
  department: '/department',
  office: '/office',
  expert: '/expert',
  chair: '/chair',
  finance: '/finance',
  supervisor: '/supervisor',
  operator: '/operator',
};

/** The home page of a role. */
export const homeOf = (binding: Binding | undefined): string =>
  (binding === undefined ? undefined : homePaths[binding.role]) ?? '/notifications';

/** Remembers the role in which the person acts from now on. */
export function rememberBinding(binding: Binding): void {
  try {
    sessionStorage.setItem(KEY, nameOf(binding));
  } catch {
    // Storage is unavailable: the address still names the role.
  }
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * The role, with its unit, department or campaign, in which the person acts: the one whose prefix the address has.
 * Among several, and on shared pages, the one chosen last. Undefined for a person without a role.
 */
export function useBinding(): Binding | undefined {
  const { roles } = useMe();
  const { pathname } = useLocation();
  const rolesHere = roles.filter(({ role }) => {
    const prefix = homePaths[role];
    return prefix !== undefined && (pathname === prefix || pathname.startsWith(`${prefix}/`));
  });
  const candidates = rolesHere.length > 0 ? rolesHere : roles;
  return candidates.find((one) => nameOf(one) === remembered()) ?? candidates[0];
}
