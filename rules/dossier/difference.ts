/** What became of a document between two versions. */
export const documentChanges = ['added', 'removed', 'replaced'] as const;
export type DocumentChange = (typeof documentChanges)[number];

/** One place in which two values differ; undefined where the value is absent. */
export interface Change {
  /** Members and places in lists, `education.entries.0.school`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The smallest parts in which two JSON values differ, in the order of their paths. */
export function differenceOf(before: unknown, after: unknown, path = ''): readonly Change[] {
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after)) {
    return before === after ? [] : [{ path, before, after }];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differenceOf(before[name], after[name], path ? `${path}.${name}` : name));
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
