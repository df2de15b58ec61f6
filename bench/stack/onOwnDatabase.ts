import { productDatabase } from '../../ops/servers/productDatabase.js';
import { closeDatabase, type Database, openDatabase } from '../../records/database.js';
import { createDirectory } from '../data/people.js';
import { startDurablePostgres } from './servers.js';

/**
 * Runs what needs a record without an engine on a PostgreSQL server of its own, with the campaign and everybody's account: no
 * reconciler finds its applications without workflows.
 */
export async function onOwnDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const postgres = await startDurablePostgres();
  const database = openDatabase(await productDatabase(postgres), { name: 'bench', poolSize: 16 });
  try {
    await createDirectory(database);
    return await work(database);
  } finally {
    await closeDatabase(database);
    await postgres.stop();
  }
}
