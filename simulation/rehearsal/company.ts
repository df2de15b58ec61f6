import type { Player } from './plan.js';
import { scopeOf } from './players.js';
import type { Part } from './roster.js';
import { ApiClient } from './stage/apiClient.js';
import { emails, password } from './stage/seedDirectory.js';

/** Everybody who comes to the API, each with a session of their own. */
export class Company {
  readonly #visitors = new Map<string, ApiClient>();

  constructor(private readonly url: string) {}

  /** Who plays this part of an application. The bank is nobody: it signs its messages. */
  apiClient(player: Exclude<Player, 'bank'>, part: Part): ApiClient {
    return this.person(emailOf(player, part));
  }

  /** Whoever has this address. */
  person(email: string): ApiClient {
    const apiClient = this.#visitors.get(email) ?? new ApiClient(this.url, { email, password });
    this.#visitors.set(email, apiClient);
    return apiClient;
  }

  /** Somebody nobody knows: a citizen, or whoever hands in a ballot. */
  stranger(): ApiClient {
    return new ApiClient(this.url, null);
  }
}

function emailOf(player: Exclude<Player, 'bank'>, part: Part): string {
  const scope = scopeOf(player, part) ?? '';
  switch (player) {
    case 'applicant':
      return part.candidacy.person.email;
    case 'unit':
    case 'stranger':
      return emails.unit(scope);
    case 'department':
    case 'upper_department':
      return emails.department(scope);
    default:
      return emails[player];
  }
}
