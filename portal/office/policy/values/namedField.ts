import type { BilingualText } from '../../../../rules/bilingualText.js';
import { fieldsByPath } from '../../../../rules/policy/fieldsByPath.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { policyValues } from '../../../../rules/policy/policyValues.js';

/** A field of a request that was refused, by the name of the policy value it belongs to, with that value's clause. */
export interface NamedField extends BilingualText {
  readonly clause: string | null;
}

/** The policy value that a refused field (`policy.audit.value.due`) belongs to, or null. */
export function namedField(field: string, proposed: Policy): NamedField | null {
  const path = field.replace(/^policy\./, '');
  const owner = Object.keys(fieldsByPath).find((one) => path === one || path.startsWith(`${one}.`));
  const labels = owner === undefined ? undefined : fieldsByPath[owner];
  if (!labels) return null;
  const clause = policyValues(proposed).find(([one]) => one === owner)?.[1].clause ?? null;
  return { zh: labels.zh, en: labels.en, clause: clause === '' ? null : clause };
}
