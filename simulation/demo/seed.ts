import { Client } from '@temporalio/client';
import { type Keys, keys } from '../../config/keys.js';
import { createDataConverter } from '../../config/payloadCodec.js';
import { connectTemporal } from '../../config/temporalConnection.js';
import { confirmInstallation } from '../../engine/confirmInstallation.js';
import type { DemoAccount, Seeded, SeedInput } from '../../ops/start/seedContract.js';
import { type Campaign, listCampaigns } from '../../records/campaign/campaigns.js';
import { closeDatabase, type Database, openDatabase } from '../../records/database.js';
import { awaitsFirstOperator } from '../../records/people/accounts.js';
import { demoAccounts } from './accounts.js';
import { isDemo } from './campaign.js';
import { readDemoKey } from './keyFile.js';

/** Input of the demo. */
export interface SeedParts extends SeedInput {
  readonly db: Database;
  readonly client: Client;
  readonly secrets: Keys;
}

/**
 * Fills an empty database with the demo campaign, unless `demo` is false. The next start finds the demo, and completes
 * it when it was cut off. A database with other campaigns is left alone.
 */
export async function seed(input: SeedInput): Promise<Seeded> {
  const secrets = await keys(input.dataDir);
  const db = openDatabase(input.databaseUrl, { name: 'pingshen-seed', dataDir: input.dataDir });
  const connection = await connectTemporal(input.temporal);
  const dataConverter = createDataConverter(secrets.payload);
  const client = new Client({ connection, namespace: input.temporal.namespace, dataConverter });
  try {
    await confirmInstallation({ ...input, db, client, secrets });
    const accounts = await demo({ ...input, db, client, secrets });
    const needsOperator = accounts.length === 0 && input.operatorEmail !== undefined;
    return { accounts, firstOperator: needsOperator ? await operator(db, input) : null };
  } finally {
    await connection.close();
    await closeDatabase(db);
  }
}

/** Creates the first account of an installation that has none. Loaded late for the same reason as the demo. */
async function operator(db: Database, { operatorEmail: email = '' }: SeedInput) {
  if (!(await awaitsFirstOperator(db, email))) return null;
  const { makeFirstOperator } = await import('../../ops/start/firstOperator.js');
  return await makeFirstOperator({ db }, email);
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
  // Loaded late: an ordinary start does not need it.
  const { makeDemo } = await import('./makeDemo.js');
  return await makeDemo(parts, found, kept);
}

/** Opening the campaign is the last step of the demo. */
function isComplete({ state }: Campaign): boolean {
  return state !== 'preparing';
}
