interface Posted {
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly longestMs: number;
}

/**
 * Sends a file to a service at an http(s) address, which may hold user and password, and returns what it answers.
 *
 * @throws Error where it does not answer in time or refuses; it says nothing of the file
 */
export async function postFile(
  url: string,
  { content, mediaType, headers = {}, longestMs }: Posted,
): Promise<Response> {
  const address = new URL(url);
  const { username, password } = address;
  address.username = '';
  address.password = '';
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': mediaType,
      ...headers,
      ...(username === '' ? {} : { Authorization: `Basic ${Buffer.from(login).toString('base64')}` }),
    },
    body: new Uint8Array(content),
    redirect: 'error',
    signal: AbortSignal.timeout(longestMs),
  });
  if (!answer.ok) throw new Error(`the service answered ${answer.status}`);
  return answer;
}
