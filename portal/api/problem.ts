import type { components } from './schema.js';

export type ProblemBody = components['schemas']['Problem'];

/** A refusal or failure as the API tells it: stable code, words for the person, clause, deadline. */
export class ApiProblem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.detail);
    this.name = 'ApiProblem';
  }
}

/** Nothing came back: the network is down, or the server is. What was typed is still there. */
export class ConnectionLost extends Error {
  constructor(cause?: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/** What was thrown as the API's own problem, or null when it is something else. */
export const problemIn = (error: unknown): ProblemBody | null => (error instanceof ApiProblem ? error.body : null);

/** A body that is a problem; anything else (a proxy's page, an empty answer) is not. */
export function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
