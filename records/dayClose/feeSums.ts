import type { FeePart } from '../../rules/candidate/fees.js';
import type { FeeState } from '../../rules/fees/feeStates.js';
import type { Database } from '../database.js';

type Pool = Pick<Database, 'pool'>;

/** The fees of a campaign by part and state: how many, and how much in fen. */
export async function feeSums({ pool }: Pool, campaignId: string) {
  const { rows } = await pool.query<{ part: FeePart; state: FeeState; count: number; amount: number }>({
    name: 'fee_sums',
    text: `SELECT part, state, count(*)::int AS count, sum(amount)::float8 AS amount FROM fees WHERE campaign_id = $1
           GROUP BY part, state ORDER BY part DESC, state`,
    values: [campaignId],
  });
  return rows;
}

/** How many transfers each close of a campaign holds, and their sum in fen, by its id. */
export async function closeSums({ pool }: Pool, campaignId: string) {
  const { rows } = await pool.query<{ id: string; count: number; amount: number }>({
    name: 'day_close_sums',
    text: `SELECT closing.id, count(*)::int AS count, sum(entry.amount)::float8 AS amount
           FROM day_closes AS closing JOIN day_close_transfers AS closed ON closed.close_id = closing.id
             JOIN ledger_entries AS entry ON entry.transfer_id = closed.transfer_id AND entry.account = 'bank'
           WHERE closing.campaign_id = $1 GROUP BY closing.id`,
    values: [campaignId],
  });
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}
