import { statesBy } from '../../rules/fees/feeStates.js';
import type { Database } from '../database.js';

/** What is wrong with a fee in the ledger. */
export interface LedgerFault {
  readonly payCode: string;
  readonly fault: string;
}

/**
 * Where the ledger of a campaign disagrees with its applications: a fee whose receivable is not what is still owed, a paid
 * one without its payment, and all accounts together where they are not at zero. Empty: they agree.
 */
export async function ledgerFaults(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly LedgerFault[]> {
  const { rows } = await pool.query<LedgerFault>({
    name: 'ledger_faults',
    text: `WITH folded AS (
        SELECT pay_code, sum(amount) FILTER (WHERE account = 'receivable') AS receivable, count(*) FILTER (WHERE kind = 'pay') AS payments
        FROM ledger_transfers JOIN ledger_entries ON transfer_id = id WHERE campaign_id = $1 GROUP BY pay_code),
      judged AS (
        SELECT code, amount, state, COALESCE(receivable, 0) AS receivable, COALESCE(payments, 0) AS payments,
          facts->>(CASE part WHEN 'defense' THEN 'defenseFeePaidAt' ELSE 'paidAt' END) IS NOT NULL AS paid
        FROM fees JOIN applications ON applications.id = application_id LEFT JOIN folded ON pay_code = code
        WHERE fees.campaign_id = $1)
      SELECT code AS "payCode", 'the receivable is ' || receivable || ' in the state ' || state AS fault FROM judged
        WHERE receivable <> CASE WHEN state = ANY ($2) THEN amount ELSE 0 END
      UNION ALL SELECT code, 'paid without its payment in the ledger' FROM judged WHERE paid AND amount > 0 AND payments = 0
      UNION ALL SELECT '', 'all accounts together are ' || sum(amount) FROM ledger_entries HAVING sum(amount) <> 0`,
    values: [campaignId, Object.keys(statesBy('pay'))],
  });
  return rows;
}
