import pg from 'pg';
import { workflowBundle } from '../../worker/workflowBundle.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { grantToProduct } from '../migrations/grantToProduct.js';
import { migrate } from '../migrations/migrate.js';
import { TEMPLATE, TEST_BUNDLE, type TestNeed } from '../testNeeds.js';
import { serveBrowser } from './browser.js';
import { PRODUCT, startThrowawayPostgres } from './postgres.js';
import { startThrowawayTemporal } from './temporal.js';

interface Service {
  /** the environment variables by which tests find it */
  readonly env: Readonly<Record<string, string>>;
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
    env: Object.assign({}, ...services.map(({ env }) => env)) as Readonly<Record<string, string>>,
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
  const template = Object.assign(new URL(postgres.url), { pathname: `/${TEMPLATE}` }).href;
  await migrate(template);
  await grantToProduct(template, PRODUCT);
  const env = { PINGSHEN_TEST_DATABASE: postgres.url, PINGSHEN_TEST_PRODUCT_DATABASE: postgres.productUrl };
  return { env, stop: () => postgres.stop() };
}

async function startEngine(): Promise<Service> {
  const temporal = await startThrowawayTemporal({ searchAttributes: Object.values(searchAttributes) });
  return { env: { PINGSHEN_TEST_TEMPORAL: temporal.address }, stop: () => temporal.stop() };
}

async function startSharedBrowser(): Promise<Service> {
  const browser = await serveBrowser();
  return { env: { PINGSHEN_TEST_BROWSER: browser.wsEndpoint() }, stop: () => browser.close() };
}

async function buildBundle(): Promise<undefined> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  await workflowBundle(TEST_BUNDLE, silent);
}
