/** The result of an offline check, each line in Chinese and English. */
export interface Verdict {
  /** The subject of the file. */
  readonly about: readonly string[];
  /** The checks that passed, in order. */
  readonly agreed: readonly string[];
  /** The first difference; null when everything agrees. */
  readonly difference: string | null;
}
