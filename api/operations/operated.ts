import type { Caller } from '../accounts/caller.js';

/** Authorization of routes for operators of any campaign; each shows what is in the campaigns they operate. */
export const forOperators = {
  roles: ['operator'],
  anyScope: true,
  denial: { zh: '只有运维人员可以查看。', en: 'Only operators can see this.' },
} as const;

/** Campaigns the caller operates; null: every one. */
export function campaignsOf({ bindings }: Caller): readonly string[] | null {
  const scopes = bindings.filter(({ role }) => role === 'operator').map(({ scope }) => scope);
  return scopes.includes(null) ? null : scopes.flatMap((scope) => scope ?? []);
}
