import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { beancountHead, beancountTransaction } from '../../rules/fees/beancount.js';
import type { Database } from '../database.js';
import { eachTransfer } from './ledger.js';

/** The whole ledger of a campaign as a beancount file, oldest first; it names pay codes and no people. */
export async function beancountLedger(database: Pick<Database, 'pool'>, campaignId: string): Promise<string> {
  const parts = [beancountHead(campaignId, codesOf(feePartLabels))];
  for await (const transfers of eachTransfer(database, campaignId))
    parts.push(...transfers.map((transfer) => `${beancountTransaction(transfer, campaignId)}\n`));
  return parts.join('');
}
