import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts an HTTP server on a free local port; the port is known before the application that needs it in its URLs. */
export async function listen(): Promise<{
  readonly port: number;
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}> {
  const server = createServer();
  // No request is sent while the clock jumps, and a connection closed meanwhile would lose the next one.
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
