import { fetchInSession } from './client.js';
import { ApiProblem, ConnectionLost, isProblem } from './problem.js';

/** Reads a path that the OpenAPI document does not list yet. @throws ApiProblem · ConnectionLost */
export async function readJson<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  const response = await fetchInSession(
    new Request(path, { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) }),
  );
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Body;
  throw isProblem(body) ? new ApiProblem(body) : new ConnectionLost(response.status);
}
