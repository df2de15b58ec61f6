/**
 * JSON text that is the same for equal values: keys sorted, absent (`undefined`) members left out, no spaces. Hashes of
 * events, free texts and dossiers are taken over it, by the product and by the offline verifier.
 *
 * @throws TypeError for what JSON cannot hold exactly: a number that is not finite, a function, a bigint
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`cannot be written as JSON: ${typeof value}`);
}
