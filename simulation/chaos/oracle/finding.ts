/** What the oracle looks for. */
export type Rule = 'lost' | 'doubled' | 'deadline' | 'letter' | 'record' | 'repair' | 'unfinished' | 'clock';

/** Something that must not happen, and did. */
export interface Finding {
  readonly rule: Rule;
  readonly text: string;
}
