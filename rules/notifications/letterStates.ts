/** A letter in the outbox: to be sent, sent, set aside after too many failures, or skipped by an operator. */
export const letterStates = ['pending', 'sent', 'parked', 'skipped'] as const;
type LetterState = (typeof letterStates)[number];

/** States an operator looks at: the letter has not been sent. */
export const unsentStates = ['pending', 'parked'] as const satisfies readonly LetterState[];
export type UnsentState = (typeof unsentStates)[number];
