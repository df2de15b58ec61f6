/** A part of a value that is being written, whatever it is so far; undefined where it has none of this name. */
export function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The same as a text, empty where it is none. */
export function textOf(value: unknown, name: string): string {
  const part = partOf(value, name);
  return typeof part === 'string' ? part : '';
}

/** The same as a number; null where it is none. */
export function numberOf(value: unknown, name: string): number | null {
  const part = partOf(value, name);
  return typeof part === 'number' ? part : null;
}

/** The texts of a list; none where it is no list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The entries of a list, whatever they are; none where it is no list. */
export function entriesOf(value: unknown): readonly object[] {
  return Array.isArray(value) ? value.filter((one): one is object => typeof one === 'object' && one !== null) : [];
}

/** A code for a new entry of a list, one that no other entry has: `committee_3`. */
export function newCode(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}_${number}`)) number += 1;
  return `${prefix}_${number}`;
}
