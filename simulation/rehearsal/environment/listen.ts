import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on a free port of this machine; its address is known before what it serves. */
export async function listen(): Promise<{
  readonly port: number;
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}> {
  const server = createServer();
  // While the clock jumps nobody asks for anything, and a connection that is closed meanwhile loses the next request.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve: (listener) => server.on('request', listener),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
