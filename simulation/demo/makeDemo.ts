import { randomBytes } from 'node:crypto';
import { temporalEngine } from '../../engine/engine.js';
import type { DemoAccount } from '../../ops/start/seedContract.js';
import { type Campaign, setCampaignState } from '../../records/campaign/campaigns.js';
import { offerPhrases } from '../../records/campaign/phrases.js';
import type { Database } from '../../records/database.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { demoAccounts, demoPeople } from './accounts.js';
import { demoCampaign, newDemoId } from './campaign.js';
import { demoPhrases } from './demoPhrases.js';
import { endOldWorkflows } from './endOldWorkflows.js';
import { ensurePeople } from './ensurePeople.js';
import { fillCommittee } from './fillCommittee.js';
import { createUnderFirstRules, underPresentRules } from './firstRules.js';
import { fillOrganisations, fillSamples } from './importSamples.js';
import { type DemoKey, keepDemoKey, newPassword } from './keyFile.js';
import { openMeeting } from './openMeeting.js';
import { planDefense } from './planDefense.js';
import type { SeedParts } from './seed.js';

/**
 * Creates the demo, or what is missing of it: each step skips what an earlier attempt has done, and opening the
 * campaign comes last. A lost password is replaced.
 */
export async function makeDemo(
  { db, client, dataDir, publicUrl, print }: SeedParts,
  found: Campaign | null,
  kept: DemoKey | null,
): Promise<readonly DemoAccount[]> {
  print('正在放入演示数据… / filling in the demo…');
  const began = performance.now();
  const now = Date.now();
  const campaign = await underPresentRules(db, found ?? (await create(db, now)));
  const { id, policy } = campaign;
  // The database is newer than the key: the engine may still run workflows of the previous one.
  if (kept && kept.campaignId !== id) await endOldWorkflows(client, kept.campaignId);

  const password = kept?.password ?? newPassword();
  await fillOrganisations(db);
  await ensurePeople({ db, dataDir }, demoPeople(policy), { password, renew: kept === null });
  if (campaign.state === 'preparing') {
    await fillSamples({ db, engine: temporalEngine(client, { publicUrl }), dataDir, now }, campaign);
    await fillCommittee({ db, dataDir, now }, campaign);
    await planDefense({ db, now }, campaign);
    await openMeeting({ db, now }, campaign);
    await offerPhrases(db, id, demoPhrases, now);
    await setCampaignState(db, id, 'open');
  }
  await keepDemoKey(dataDir, { password, campaignId: id });
  print(`演示数据就绪 / the demo is there (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return demoAccounts(policy, password);
}

async function create(db: Database, now: Instant): Promise<Campaign> {
  const today = localDateOf(now);
  // A new id each time, so that a new database never meets the workflows of an old one.
  const campaign = demoCampaign(today, newDemoId(today, randomBytes(2).toString('hex')));
  return await createUnderFirstRules(db, campaign);
}
