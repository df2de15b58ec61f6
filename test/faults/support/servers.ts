import path from 'node:path';
import { startDurablePostgres } from '../../../bench/stack/servers.js';
import { migrate } from '../../../ops/migrations/migrate.js';
import { freePort } from '../../../ops/process/ports.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { startTemporal } from '../../../ops/servers/temporal.js';
import { searchAttributes } from '../../../workflows/application/searchAttributes.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { createNamespace } from '../../support/namespace.js';
import { keepRunning, type Part } from './part.js';

/** The servers of a test. */
export interface Servers {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  /** Runs statements as the database's owner. */
  readonly asOwner?: TestDatabase['asOwner'];
  close(): Promise<void>;
}

/** A database and a namespace on the servers that all tests share. */
export async function sharedServers(name: string): Promise<Servers> {
  const [database, engine] = await Promise.all([createDatabase(name), createNamespace(name)]);
  return { databaseUrl: database.url, ...engine, asOwner: database.asOwner, close: database.drop };
}

/** Servers for one test, as `npm start` runs them: a durable PostgreSQL and a Temporal server on a file. */
export async function ownServers(): Promise<Servers & { readonly temporal: Part }> {
  const { folder, remove } = await throwawayFolder();
  const [postgres, port, uiPort] = await Promise.all([startDurablePostgres(), freePort(), freePort()]);
  await migrate(postgres.url);
  const dbFile = path.join(folder, 'temporal.db');
  const known = Object.values(searchAttributes);
  const temporal = await keepRunning('temporal', () =>
    startTemporal({ dbFile, port, uiPort, searchAttributes: known }),
  );
  return {
    databaseUrl: postgres.url,
    address: `127.0.0.1:${port}`,
    namespace: 'default',
    temporal,
    close: async () => {
      await temporal.stop();
      await postgres.stop();
      await remove();
    },
  };
}
