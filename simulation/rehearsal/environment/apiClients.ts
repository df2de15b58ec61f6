import { ApiClient } from '../../http/apiClient.js';
import type { StepActor } from '../plans/plan.js';
import type { RehearsalCase } from '../rehearsalCase.js';
import { scopeOf } from '../stepActor.js';
import { emails, password } from './seedDirectory.js';

/** Everybody who comes to the API, each with a session of their own. */
export class ApiClients {
  readonly #visitors = new Map<string, ApiClient>();

  constructor(private readonly url: string) {}

  /** Who plays this part of an application. The bank is nobody: it signs its messages. */
  apiClient(actor: Exclude<StepActor, 'bank'>, testCase: RehearsalCase): ApiClient {
    return this.person(emailOf(actor, testCase));
  }

  /** Whoever has this address. */
  person(email: string): ApiClient {
    const apiClient = this.#visitors.get(email) ?? new ApiClient(this.url, { email, password });
    this.#visitors.set(email, apiClient);
    return apiClient;
  }

  /** Somebody nobody knows: a citizen, or whoever hands in a ballot. */
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
