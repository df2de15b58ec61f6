/** What operators ask another operator to confirm: a role of weight, that somebody sets up an authenticator anew, an erasure. */
export const accountRequestKinds = ['role', 'second_factor', 'erasure'] as const;
export type AccountRequestKind = (typeof accountRequestKinds)[number];

/** How such a request is decided. */
export const accountRequestOutcomes = ['confirmed', 'refused'] as const;
export type AccountRequestOutcome = (typeof accountRequestOutcomes)[number];
