import { useLocation } from 'react-router';
import { type Binding, type Role, useMe } from '../api/me.js';

const KEY = 'binding';
const nameOf = ({ role, scope }: Binding) => `${role}:${scope ?? ''}`;

/** The rooms of the portal, by the role they are for. */
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

/** Where a person in this role begins. */
export const homeOf = (binding: Binding | undefined): string =>
  (binding === undefined ? undefined : homePaths[binding.role]) ?? '/notifications';

/** Remembers in which role a person acts from now on. */
export function rememberBinding(binding: Binding): void {
  try {
    sessionStorage.setItem(KEY, nameOf(binding));
  } catch {
    // Nothing is kept: the address still names the role.
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
 * In which of their roles, bound to which unit, department or campaign, a person acts: the one whose room the address
 * names; among several, and on pages all share, the one chosen last. Undefined for a person without any role.
 */
export function useBinding(): Binding | undefined {
  const { roles } = useMe();
  const { pathname } = useLocation();
  const rolesHere = roles.filter(({ role }) => {
    const room = homePaths[role];
    return room !== undefined && (pathname === room || pathname.startsWith(`${room}/`));
  });
  const candidates = rolesHere.length > 0 ? rolesHere : roles;
  return candidates.find((one) => nameOf(one) === remembered()) ?? candidates[0];
}
