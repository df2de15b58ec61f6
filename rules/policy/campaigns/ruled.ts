import type { Ruled } from '../policy.js';

/** A value the notice itself states: confirmed by its text. */
export function fromNotice<T>(value: T, clause: string): Ruled<T> {
  return { value, clause, source: 'notice', confirmed: true };
}

/** A value of a national rule or statute, which the office must confirm before the campaign opens. */
export function fromNationalRule<T>(value: T, clause: string): Ruled<T> {
  return { value, clause, source: 'national_rule', confirmed: false };
}

/** A value the notice leaves open: the default and why, which the office must confirm before the campaign opens. */
export function byDefault<T>(value: T, clause: string): Ruled<T> {
  return { value, clause, source: 'default', confirmed: false };
}

/** Where a notice has the clauses of the law, confirmed by its text; null: nowhere. */
export function clausesOf<Keys extends string>(
  citations: Readonly<Record<Keys, string | null>>,
): Record<Keys, Ruled<string> | null> {
  const entries = Object.entries<string | null>(citations);
  return Object.fromEntries(entries.map(([key, at]) => [key, at === null ? null : fromNotice(at, at)])) as Record<
    Keys,
    Ruled<string> | null
  >;
}
