import { rm } from 'node:fs/promises';
import path from 'node:path';
import { portsFrom } from '../../ops/cluster/clusterParts.js';
import { startTemporalServer } from '../../ops/cluster/temporalServer.js';
import type { Launched } from '../../ops/process/launch.js';
import { freePort } from '../../ops/process/ports.js';
import { type Postgres, startPostgres } from '../../ops/servers/postgres.js';
import { startTemporal, type Temporal } from '../../ops/servers/temporal.js';
import { removingAtStop } from '../../ops/servers/throwawayServer.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { ownFolder } from './ownFolder.js';

/** A durable PostgreSQL server in a folder that is removed when it stops. */
export async function startDurablePostgres(): Promise<Postgres> {
  return await inOwnFolder((folder) => startPostgres({ dataDir: path.join(folder, 'data') }));
}

/** A new Temporal dev server on a file, with the product's settings. */
export async function startFileTemporal(): Promise<Temporal> {
  const known = Object.values(searchAttributes);
  return await inOwnFolder((folder) =>
    startTemporal({ dbFile: path.join(folder, 'temporal.db'), searchAttributes: known }),
  );
}

/**
 * A new Temporal server as in a cluster, on a PostgreSQL server that the product uses as well. `keptMs`: how long it keeps
 * what has ended.
 */
export async function startClusterTemporal(
  postgres: Pick<Postgres, 'url'>,
  keptMs?: number,
): Promise<Launched & { address: string }> {
  const ports = await portsFrom(await freePort());
  const known = { namespace: 'default', searchAttributes: Object.values(searchAttributes), keptMs };
  return await inOwnFolder((dataDir) => startTemporalServer({ databaseUrl: postgres.url, dataDir, ports, ...known }));
}

async function inOwnFolder<Server extends Launched>(start: (folder: string) => Promise<Server>): Promise<Server> {
  const folder = await ownFolder();
  return removingAtStop(await start(folder), () => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
}
