import type { SmsKind } from './smsKinds.js';

/** One short message. */
export interface ShortMessage {
  /** A mobile number of the mainland, 11 digits. */
  readonly phone: string;
  readonly kind: SmsKind;
  /** The values of its template, in the order of `smsPlaces`. */
  readonly values: readonly string[];
  /** The whole text, for an operator that takes one. */
  readonly text: string;
}

/** Sends short messages through an operator's service. */
export interface Sms {
  /** Resolves when the service has taken the message. @throws SmsRefused */
  send(message: ShortMessage): Promise<void>;
  close(): void;
}

/** A message that the service did not take, by the service's own code; it names neither number nor text. */
export class SmsRefused extends Error {
  constructor(readonly code: string) {
    super(`the short message was not taken: ${code}`);
  }
}

/** What an adapter works with besides its address: replaced in tests. */
export interface SmsTools {
  readonly fetch: typeof fetch;
  /** ms since 1970. */
  readonly now: () => number;
  readonly nonce: () => string;
}
