import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Launched } from '../../ops/process/launch.js';
import { type Postgres, startPostgres } from '../../ops/servers/postgres.js';
import { startTemporal, type Temporal } from '../../ops/servers/temporal.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { ownFolder } from './ownFolder.js';

/** A durable PostgreSQL server in a folder that is removed when it stops. */
export async function startDurablePostgres(): Promise<Postgres> {
  const folder = await ownFolder();
  return removedAtStop(await startPostgres({ dataDir: path.join(folder, 'data') }), folder);
}

/** A new Temporal dev server on a file, with the product's settings. */
export async function startFileTemporal(): Promise<Temporal> {
  const folder = await ownFolder();
  const known = Object.values(searchAttributes);
  const server = await startTemporal({ dbFile: path.join(folder, 'temporal.db'), searchAttributes: known });
  return removedAtStop(server, folder);
}

function removedAtStop<Server extends Launched>(server: Server, folder: string): Server {
  const stop = async (graceMs?: number) => {
    await server.stop(graceMs);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { ...server, stop };
}
