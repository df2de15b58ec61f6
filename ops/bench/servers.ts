import path from 'node:path';
import { searchAttributes } from '../../workflows/searchAttributes.js';
import { type Postgres, startPostgres } from '../postgres.js';
import { startThrowawayTemporal, type Temporal } from '../temporal.js';
import { throwawayFolder } from '../throwawayFolder.js';

/** A PostgreSQL server that keeps what it has answered, on a folder that goes when it stops. */
export async function startDurablePostgres(): Promise<Postgres> {
  const { folder, remove } = await throwawayFolder();
  const server = await startPostgres({ dataDir: path.join(folder, 'data') });
  const stop = async (graceMs?: number) => {
    await server.stop(graceMs);
    await remove();
  };
  return { ...server, stop };
}

/** A new Temporal dev server on a file, with the product's settings. */
export function startFileTemporal(): Promise<Temporal> {
  return startThrowawayTemporal({ searchAttributes: Object.values(searchAttributes) });
}
