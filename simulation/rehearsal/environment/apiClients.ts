import { ApiClient } from '../../http/apiClient.js';
import type { StepActor } from '../plans/plan.js';
import type { RehearsalCase } from '../rehearsalCase.js';
import { scopeOf } from '../stepActor.js';
import type { Authenticators } from './authenticators.js';
import { emails, password } from './seedDirectory.js';

/** The API clients of everybody in the rehearsal, each with a session. */
export class ApiClients {
  readonly #visitors = new Map<string, ApiClient>();

  constructor(
    private readonly url: string,
    private readonly authenticators: Authenticators,
  ) {}

  /** The client of an actor in an application. The bank has none: it signs its messages. */
  apiClient(actor: Exclude<StepActor, 'bank'>, testCase: RehearsalCase): ApiClient {
    return this.person(emailOf(actor, testCase));
  }

  /** The client of the account with this email address. */
  person(email: string): ApiClient {
    const known = this.#visitors.get(email);
    if (known) return known;
    const code = this.authenticators.of(email);
    const apiClient = new ApiClient(this.url, { email, password, ...(code === undefined ? {} : { code }) });
    this.#visitors.set(email, apiClient);
    return apiClient;
  }

  /** A code of the authenticator of the account with this email address. */
  code(email: string): string {
    return this.authenticators.of(email)?.() ?? '';
  }

  /** A client without a session: for the public, and for submitting ballots. */
  anonymous(): ApiClient {
    return new ApiClient(this.url, null);
  }
}

function emailOf(actor: Exclude<StepActor, 'bank'>, testCase: RehearsalCase): string {
  const scope = scopeOf(actor, testCase) ?? '';
  switch (actor) {
    case 'applicant':
      return testCase.candidacy.person.email;
    case 'unit':
    case 'stranger':
      return emails.unit(scope);
    case 'department':
    case 'upper_department':
      return emails.department(scope);
    default:
      return emails[actor];
  }
}
