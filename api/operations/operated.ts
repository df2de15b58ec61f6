import type { Caller } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';

/** Campaigns the caller operates; null: every one. @throws Problem `not_permitted` */
export function campaignsOf({ bindings }: Caller): readonly string[] | null {
  const scopes = bindings.filter(({ role }) => role === 'operator').map(({ scope }) => scope);
  if (scopes.length === 0)
    throw new Problem('not_permitted', { zh: '只有运维人员可以查看。', en: 'Only operators can see this.' });
  return scopes.includes(null) ? null : scopes.flatMap((scope) => scope ?? []);
}
