import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { beancountHead, beancountTransaction } from '../../rules/fees/beancount.js';
import type { Database } from '../database.js';
import { eachTransfer } from './ledger.js';

/** The ledger of a campaign as a beancount file, oldest first, a part at a time; it names pay codes and no people. */
export async function* beancountLedger(database: Pick<Database, 'pool'>, campaignId: string): AsyncGenerator<string> {
  let head = beancountHead(campaignId, codesOf(feePartLabels));
  for await (const transfers of eachTransfer(database, campaignId)) {
    yield `${head}${transfers.map((transfer) => `${beancountTransaction(transfer, campaignId)}\n`).join('')}`;
    head = '';
  }
}
