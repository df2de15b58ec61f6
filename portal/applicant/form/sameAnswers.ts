/** Whether two sections have the same values; key order and leading or trailing blanks do not matter. */
export function sameAnswers(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return JSON.stringify(value ?? {}, (_, inner: unknown) => {
    if (typeof inner === 'string') return inner.trim();
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
