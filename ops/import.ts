import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../config/environment.js';
import { PRODUCT } from './servers/postgres.js';
import { setup } from './setup/setup.js';
import { readStartOptions } from './start/startOptions.js';

const usage = '用法 / usage: npm run import -- FILE.json [--postgres-port N] [--temporal-port N]';

/** The servers of the running product: as configured, or as `npm start` runs them. */
async function services(options: readonly string[]) {
  const { databaseUrl, temporal, ...rest } = readEnvironment();
  const ports = readStartOptions(options);
  const password = async () => (await readFile(path.join(rest.dataDir, `postgres.${PRODUCT}.password`), 'utf8')).trim();
  return {
    ...rest,
    databaseUrl: databaseUrl ?? `postgresql://${PRODUCT}:${await password()}@127.0.0.1:${ports.postgres}/pingshen`,
    temporal: { ...temporal, address: temporal.address ?? `127.0.0.1:${ports.temporal}` },
  };
}

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
  return await importInto(await services(options), file, console.log);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
