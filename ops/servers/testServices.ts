import pg from 'pg';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { migrate } from '../migrations/migrate.js';
import { startThrowawayPostgres } from './postgres.js';
import { startThrowawayTemporal } from './temporal.js';

/** The database every test database is a copy of. */
export const TEMPLATE = 'pingshen_template';

/**
 * Starts what the tests share: a PostgreSQL with a migrated template, and a Temporal server on a file. Both go away with
 * this process.
 *
 * @returns the environment variables by which the tests find them, and how to end them
 */
export async function startTestServices() {
  const [postgres, temporal] = await Promise.all([
    startThrowawayPostgres(),
    startThrowawayTemporal({ searchAttributes: Object.values(searchAttributes) }),
  ]);
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(Object.assign(new URL(postgres.url), { pathname: `/${TEMPLATE}` }).href);
  return {
    env: { PINGSHEN_TEST_DATABASE: postgres.url, PINGSHEN_TEST_TEMPORAL: temporal.address },
    stop: async () => {
      await temporal.stop();
      await postgres.stop();
    },
  };
}
