import { Client } from '@temporalio/client';
import { type Campaign, listCampaigns } from '../records/campaigns.js';
import { closeDatabase, type Database, openDatabase } from '../records/database.js';
import { createDataConverter } from '../records/payloadCodec.js';
import { demoAccounts } from './demo/accounts.js';
import { isDemo } from './demo/campaign.js';
import { readDemoKey } from './demo/keyFile.js';
import { type Keys, keys } from './keys.js';
import { restoreWorkflows } from './restoreWorkflows.js';
import type { DemoAccount, SeedInput } from './seedContract.js';
import { connectTemporal } from './temporalConnection.js';

/** What the demo is made with. */
export interface SeedParts extends SeedInput {
  readonly db: Database;
  readonly client: Client;
  readonly secrets: Keys;
}

/**
 * Fills an empty database with the demo campaign, unless `demo` is false; finds it there the next time, and goes on with
 * it where it was cut off. A database with other campaigns is left alone. What the engine has lost is restored in either case.
 */
export async function seed(input: SeedInput): Promise<{ readonly accounts: readonly DemoAccount[] }> {
  const secrets = await keys(input.dataDir);
  const db = openDatabase(input.databaseUrl, { name: 'pingshen-seed' });
  const connection = await connectTemporal(input.temporal);
  const dataConverter = createDataConverter(secrets.payload);
  const client = new Client({ connection, namespace: input.temporal.namespace, dataConverter });
  try {
    await restoreWorkflows({ db, client, publicUrl: input.publicUrl }, input.say);
    return { accounts: await demo({ ...input, db, client, secrets }) };
  } finally {
    await connection.close();
    await closeDatabase(db);
  }
}

async function demo(parts: SeedParts): Promise<readonly DemoAccount[]> {
  if (parts.demo === false) return [];
  const campaigns = await listCampaigns(parts.db);
  const found = campaigns.find(isDemo) ?? null;
  if (found === null && campaigns.length > 0) return [];
  const kept = await readDemoKey(parts.dataDir);
  if (found !== null && isComplete(found) && kept?.campaignId === found.id) {
    return demoAccounts(found.policy, kept.password);
  }
  // Loaded late: the sign-in library takes longer to load than an ordinary start takes here.
  const { makeDemo } = await import('./demo/makeDemo.js');
  return await makeDemo(parts, found, kept);
}

/** The demo opens its campaign last of all. */
function isComplete({ state }: Campaign): boolean {
  return state !== 'preparing';
}
