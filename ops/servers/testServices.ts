import pg from 'pg';
import { workflowBundle } from '../../worker/workflowBundle.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { migrate } from '../migrations/migrate.js';
import { TEMPLATE, TEST_BUNDLE, type TestNeed } from '../testNeeds.js';
import { serveBrowser } from './browser.js';
import { startThrowawayPostgres } from './postgres.js';
import { startThrowawayTemporal } from './temporal.js';

interface Service {
  /** the environment variable by which tests find it, and its value */
  readonly env: readonly [string, string];
  stop(): Promise<void>;
}

/**
 * Starts what the tests share: a PostgreSQL with a migrated template, a Temporal server on a file, a browser. They end
 * with this process.
 *
 * @returns the environment variables by which the tests find them, and how to end them
 */
export async function startTestServices(needs: ReadonlySet<TestNeed>) {
  const started = await Promise.all([
    ...(needs.has('postgres') ? [startTemplate()] : []),
    ...(needs.has('temporal') ? [startEngine()] : []),
    ...(needs.has('browser') ? [startSharedBrowser()] : []),
    ...(needs.has('workflows') ? [buildBundle()] : []),
  ]);
  const services = started.filter((service) => service !== undefined);
  return {
    env: Object.fromEntries(services.map(({ env }) => env)),
    stop: async () => {
      for (const service of services.reverse()) await service.stop();
    },
  };
}

async function startTemplate(): Promise<Service> {
  const postgres = await startThrowawayPostgres();
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(Object.assign(new URL(postgres.url), { pathname: `/${TEMPLATE}` }).href);
  return { env: ['PINGSHEN_TEST_DATABASE', postgres.url], stop: () => postgres.stop() };
}

async function startEngine(): Promise<Service> {
  const temporal = await startThrowawayTemporal({ searchAttributes: Object.values(searchAttributes) });
  return { env: ['PINGSHEN_TEST_TEMPORAL', temporal.address], stop: () => temporal.stop() };
}

async function startSharedBrowser(): Promise<Service> {
  const browser = await serveBrowser();
  return { env: ['PINGSHEN_TEST_BROWSER', browser.wsEndpoint()], stop: () => browser.close() };
}

async function buildBundle(): Promise<undefined> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  await workflowBundle(TEST_BUNDLE, silent);
}
