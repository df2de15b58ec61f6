import type { components } from './schema.js';

export type ProblemBody = components['schemas']['Problem'];

/** A refusal or failure from the API: stable code, message, clause, deadline. */
export class ApiProblem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.detail);
    this.name = 'ApiProblem';
  }
}

/** No answer came: the network or the server is down. Nothing typed is lost. */
export class ConnectionLost extends Error {
  constructor(cause?: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/** The API's problem in a thrown value, or null when it is something else. */
export const problemIn = (error: unknown): ProblemBody | null => (error instanceof ApiProblem ? error.body : null);

/** Whether a body is a problem; a proxy's page or an empty answer is not. */
export function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
