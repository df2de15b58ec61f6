import { parseArgs } from 'node:util';
import { setup } from './setup/setup.js';
import { runningServers } from './start/runningServers.js';

const usage = '用法 / usage: npm run import -- FILE.json [--postgres-port N] [--temporal-port N]';

async function main(): Promise<boolean> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'postgres-port': text, 'temporal-port': text },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error(usage);
  await setup({ need: ['prisma'], print: console.log });
  const options = Object.entries(values).map(([name, value]) => `--${name}=${value}`);
  // Loaded late: it imports the database client, which setup may have had to generate first.
  const { importInto } = await import('./imports/importInto.js');
  return await importInto(await runningServers(options), file, console.log);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
