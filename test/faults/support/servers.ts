import type { Servers as OwnServers } from '../../../simulation/chaos/stack/servers.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { createNamespace } from '../../support/namespace.js';

/** The servers of a test. */
export interface Servers extends OwnServers {
  /** Runs statements as the database's owner. */
  readonly asOwner: TestDatabase['asOwner'];
}

/** A database and a namespace on the servers that all tests share. */
export async function sharedServers(name: string): Promise<Servers> {
  const [database, engine] = await Promise.all([createDatabase(name), createNamespace(name)]);
  return { databaseUrl: database.url, ...engine, asOwner: database.asOwner, close: database.drop };
}
