import type { Caller } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';

/**
 * The unit in the path, for its clerks. A foreign unit is answered as if it were not there.
 *
 * @throws Problem `not_permitted`, `not_found`
 */
export async function ownUnit({
  params: { id },
  caller: { bindings },
}: {
  readonly params: { readonly id: string };
  readonly caller: Caller;
}): Promise<string> {
  const units = bindings.filter(({ role }) => role === 'unit');
  if (units.length === 0)
    throw new Problem('not_permitted', {
      zh: '只有单位经办人可以办理本单位的人员。',
      en: "Only a unit's clerks can see to its people.",
    });
  if (!units.some(({ scope }) => scope === id))
    throw new Problem('not_found', { zh: '没有这个单位。', en: 'There is no such unit.' });
  return id;
}
