import { type FieldTree, isField, type PolicyField } from './policyFields.js';
import { policyTable } from './policyTable.js';

/** Every value of the table by its path, `filing.committee`, in the table's order. */
export const fieldsByPath: Readonly<Record<string, PolicyField>> = Object.fromEntries(fieldsIn(policyTable, ''));

function fieldsIn(tree: FieldTree, prefix: string): readonly (readonly [path: string, field: PolicyField])[] {
  return Object.entries(tree).flatMap(([name, node]) =>
    isField(node) ? [[`${prefix}${name}`, node] as const] : fieldsIn(node, `${prefix}${name}.`),
  );
}
