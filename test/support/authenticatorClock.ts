import { codeOf, stepAt } from '../../api/accounts/totp.js';
import type { Instant } from '../../rules/calendar/instant.js';

const halfMinute = 30_000;

/** The wall clock of a test's API. It stands still, so that a code stays valid however long the test takes to send it. */
export class AuthenticatorClock {
  #now: Instant = Date.now();

  readonly now = (): Instant => this.#now;

  /** Lets so many milliseconds pass. */
  pass(duration = halfMinute): void {
    this.#now += duration;
  }

  /** The next code of an authenticator: a code is accepted once, so half a minute passes before each. */
  nextCode(secret: Buffer): string {
    this.pass(halfMinute);
    return codeOf(secret, stepAt(this.#now));
  }
}
