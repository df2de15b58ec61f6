import { enrol } from '../../../api/accounts/secondFactor.js';
import { codeOf, stepAt } from '../../../api/accounts/totp.js';
import { createSealer } from '../../../api/http/sealing.js';
import type { Environment } from './environment.js';

interface Authenticator {
  readonly secret: Buffer;
  /** The time step of the last code: each is accepted once, the next half minute's counts. */
  last: number;
}

/** The authenticators of the staff, on the campaign's clock. */
export class Authenticators {
  readonly #byEmail = new Map<string, Authenticator>();

  constructor(private readonly environment: Pick<Environment, 'db' | 'clock' | 'dataDir'>) {}

  /** Sets one up for each person. */
  async give(people: readonly { readonly personId: string; readonly email: string }[]): Promise<void> {
    const { db, dataDir } = this.environment;
    const ids = people.map(({ personId }) => personId);
    const secrets = await enrol(db, createSealer(dataDir), ids);
    for (const { personId, email } of people) {
      const secret = secrets.get(personId);
      if (secret) this.#byEmail.set(email, { secret, last: 0 });
    }
  }

  /** What shows the codes of an account; undefined: it has no authenticator. */
  of(email: string): (() => string) | undefined {
    const authenticator = this.#byEmail.get(email);
    if (!authenticator) return undefined;
    return () => {
      authenticator.last = Math.max(authenticator.last + 1, stepAt(this.environment.clock.now()));
      return codeOf(authenticator.secret, authenticator.last);
    };
  }
}
