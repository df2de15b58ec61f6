/** The result of an offline check, each line in Chinese and English. */
export interface Verdict {
  /** The subject of the file. */
  readonly about: readonly string[];
  /** The checks that passed, in order. */
  readonly agreed: readonly string[];
  /** What this program could not check, because it does not know the law's version; no difference. */
  readonly unknown?: readonly string[];
  /** The first difference; null when everything agrees. */
  readonly difference: string | null;
}

/** A verdict whose first difference is this one. */
export function differs(difference: string, agreed: readonly string[] = []): Verdict {
  return { about: [], agreed, difference };
}

/** A difference in words: the check, the place, what the file says and what it would have to say. */
export function difference(
  label: string,
  { at, stated, expected }: { readonly at: string; readonly stated: string; readonly expected: string },
): string {
  return `${label}\n  ${at}\n  文件所载 / stated: ${stated}\n  应为 / expected: ${expected}`;
}
