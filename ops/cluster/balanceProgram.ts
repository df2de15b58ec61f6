import { balance } from './balance.js';

/** A proxy in front of the API processes: BALANCE_PORT is where it listens, BALANCE_TO names their ports. */
const ports = (process.env.BALANCE_TO ?? '').split(',').map(Number);
const { server, close } = balance(ports);
// An API closes connections that idle; between people and the proxy they last as long as behind any other.
server.keepAliveTimeout = 65_000;
server.requestTimeout = 0;
server.listen(Number(process.env.BALANCE_PORT), '127.0.0.1');

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(0), 10_000).unref();
  await close();
  process.exit(0);
});
