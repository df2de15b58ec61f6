import { fetchInSession } from './client.js';
import { ApiProblem, ConnectionLost, isProblem } from './problem.js';

/** Sends a file as the body of a request. @throws ApiProblem when it is refused · ConnectionLost when no answer came */
export async function uploadFile(
  path: string,
  file: File,
  query: readonly (readonly [name: string, value: string])[],
): Promise<void> {
  const said = new URLSearchParams([...query, ['fileName', file.name]].map(([name = '', value = '']) => [name, value]));
  const response = await fetchInSession(
    new Request(`${path}?${said}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    }),
  );
  if (response.ok) return;
  const description: unknown = await response.json().catch(() => null);
  throw isProblem(description) ? new ApiProblem(description) : new ConnectionLost(response.status);
}
