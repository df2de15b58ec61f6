/** One place in which two values differ; undefined: it is not there. */
export interface Change {
  /** Members and places in lists, `education.entries.0.school`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every place in which two JSON values differ, the smallest parts that do, in the order of the paths. */
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
