import createClient from 'openapi-fetch';
import { ApiProblem, ConnectionLost, isProblem } from './problem.js';
import type { paths } from './schema.js';
import { provenAgain, signedInAgain, wasSignedIn } from './session.js';

/**
 * Sends a request. If the session has ended, or the act takes a fresh second factor, waits until the person has signed in
 * or entered a code, and sends it again.
 */
export async function fetchInSession(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  const isSignIn = new URL(request.url).pathname.startsWith('/api/auth/');
  if (isSignIn || !wasSignedIn()) return response;
  const waiting = response.status === 401 ? signedInAgain : (await needsFreshFactor(response)) ? provenAgain : null;
  return waiting !== null && (await waiting.ask()) ? await fetchInSession(again) : response;
}

async function needsFreshFactor(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return isProblem(body) && body.code === 'second_factor_needed';
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
