/** What a check offline has to say, each line in Chinese and English. */
export interface Verdict {
  /** What the file is about. */
  readonly about: readonly string[];
  /** What was checked and agrees, in order. */
  readonly agreed: readonly string[];
  /** The first thing that does not agree; null: everything does. */
  readonly difference: string | null;
}
