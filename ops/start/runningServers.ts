import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from '../../config/environment.js';
import { PRODUCT } from '../servers/postgres.js';
import { readStartOptions } from './startOptions.js';

/** The servers of the running product, for a command beside it: as configured, or as `npm start` runs them. */
export async function runningServers(options: readonly string[]) {
  const { databaseUrl, temporal, ...rest } = readEnvironment();
  const ports = readStartOptions(options);
  const password = async () => (await readFile(path.join(rest.dataDir, `postgres.${PRODUCT}.password`), 'utf8')).trim();
  return {
    ...rest,
    databaseUrl: databaseUrl ?? `postgresql://${PRODUCT}:${await password()}@127.0.0.1:${ports.postgres}/pingshen`,
    temporal: { ...temporal, address: temporal.address ?? `127.0.0.1:${ports.temporal}` },
  };
}
