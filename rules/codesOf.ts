/** The codes of a table, in its order, as `z.enum` takes them. */
export function codesOf<Code extends string>(table: Readonly<Record<Code, unknown>>): readonly [Code, ...Code[]] {
  const [first, ...others] = Object.keys(table) as Code[];
  if (first === undefined) throw new RangeError('A table of codes is empty.');
  return [first, ...others];
}
