import type { HttpRequest, HttpStack } from 'tus-js-client';

/** Sends the SHA-256 of each part with it, where the browser has one (not on a page without TLS). */
export function withChecksums(stack: HttpStack): HttpStack {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) return stack;
  return {
    getName: () => stack.getName(),
    createRequest: (method, url) => summed(stack.createRequest(method, url), subtle),
  };
}

function summed(request: HttpRequest, subtle: SubtleCrypto): HttpRequest {
  const [send, abort] = [request.send.bind(request), request.abort.bind(request)];
  let isAborted = false;
  return Object.assign(request, {
    abort: () => {
      isAborted = true;
      return abort();
    },
    send: async (body: unknown) => {
      if (body instanceof Blob) {
        const digest = new Uint8Array(await subtle.digest('SHA-256', await body.arrayBuffer()));
        request.setHeader('Upload-Checksum', `sha256 ${btoa(String.fromCharCode(...digest))}`);
      }
      // As a request that is aborted on its way: the library waits for no answer.
      if (isAborted) return await new Promise<never>(() => undefined);
      return await send(body);
    },
  });
}
