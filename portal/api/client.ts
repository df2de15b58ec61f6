import createClient from 'openapi-fetch';
import { ApiProblem, ConnectionLost, isProblem } from './problem.js';
import type { paths } from './schema.js';
import { signedInAgain, wasSignedIn } from './session.js';

/** Sends a request. If the session has ended, waits until the person has signed in and sends it again. */
export async function fetchInSession(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  const isSignIn = new URL(request.url).pathname.startsWith('/api/auth/');
  if (response.status !== 401 || isSignIn || !wasSignedIn()) return response;
  await signedInAgain();
  return await fetchInSession(again);
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ConnectionLost(error);
  }
}

/** A typed client of the API. Wrap calls in `answer(…)`. */
export const api = createClient<paths>({ fetch: fetchInSession });

interface Called<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a call's answer.
 *
 * @example const me = await answer(api.GET('/api/me'));
 *
 * @throws ApiProblem when the API refuses · ConnectionLost when no answer came
 */
export async function answer<Data>(call: Promise<Called<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  throw isProblem(error) ? new ApiProblem(error) : new ConnectionLost(response.status);
}
