import { parseArgs } from 'node:util';
import { setup } from './setup/setup.js';
import { runningServers } from './start/runningServers.js';

/** Compares every workflow of the running installation with its record, once, and begins again what differs. */
async function main(): Promise<boolean> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { 'postgres-port': text, 'temporal-port': text } });
  const options = Object.entries(values).map(([name, value]) => `--${name}=${value}`);
  await setup({ need: ['prisma'], print: console.log });
  // Loaded late: it imports the database client, which setup may have had to generate first.
  const { reconcileOnce } = await import('./backups/reconcileOnce.js');
  return await reconcileOnce(await runningServers(options), console.log);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
