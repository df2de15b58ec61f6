/**
 * What people wrote with an act. It stays in the intake; the act and its event carry only the hash of it. Further
 * members are kept as they came.
 */
export interface ActFreeText {
  /** Why: of a return, a refusal, an objection, a withdrawal, an extension. */
  readonly reason?: string;
  /** 补正内容, each under the id that the act's data names. */
  readonly defects?: readonly { readonly id: string; readonly text: string }[];
  /** Where and how an objector can be reached. Never leaves the database. */
  readonly contact?: string;
  readonly [other: string]: unknown;
}
