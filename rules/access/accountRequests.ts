/** What operators ask another operator to confirm: a role of weight, or that somebody sets up an authenticator anew. */
export const accountRequestKinds = ['role', 'second_factor'] as const;
export type AccountRequestKind = (typeof accountRequestKinds)[number];

/** How such a request is decided. */
export const accountRequestOutcomes = ['confirmed', 'refused'] as const;
export type AccountRequestOutcome = (typeof accountRequestOutcomes)[number];
