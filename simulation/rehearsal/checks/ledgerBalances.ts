import { ledgerFaults } from '../../../records/payment/ledgerFaults.js';
import type { Environment } from '../environment/environment.js';
import type { Checked } from './checkAll.js';
import type { Observation } from './observation.js';

/** The ledger is at zero, and every fee stands in it as its application's events say. */
export async function ledgerBalances(
  { db }: Pick<Environment, 'db'>,
  observations: readonly Observation[],
): Promise<Checked> {
  const campaigns = [...new Set(observations.map(({ application }) => application.campaignId))];
  const found = await Promise.all(campaigns.map((id) => ledgerFaults(db, id)));
  const findings = found.flat().map((what) => ({ name: 'ledger', id: what.payCode, what: what.fault }));
  return { zh: '账簿平衡，应收已收与事件一致', en: 'the ledger balances and agrees with the events', findings };
}
