import type { Instant } from '../rules/calendar/instant.js';
import { isSealed, meetingStates } from '../rules/meeting/meetingLaw.js';
import type { Database, Statements } from './database.js';
import { stored } from './instants.js';

interface Of {
  readonly campaignId: string;
  readonly committee: string;
}

/** Whether somebody was named deputy of a committee before, or its meeting has been convened and is not signed yet. */
export async function isDeputySettled(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, committee }: Of,
): Promise<boolean> {
  const { rows } = await pool.query<{ settled: boolean }>({
    name: 'deputy_settled',
    text: `SELECT EXISTS (SELECT FROM committee_deputies WHERE campaign_id = $1 AND committee = $2)
             OR EXISTS (SELECT FROM meetings WHERE campaign_id = $1 AND committee = $2 AND state = ANY($3::text[])) AS settled`,
    values: [campaignId, committee, meetingStates.filter((state) => !isSealed(state))],
  });
  return rows[0]?.settled ?? false;
}

/**
 * Names a member the deputy, instead of whoever was; who was it before stays on record.
 *
 * @throws when two are named at once: see `isAlreadyThere`
 */
export async function nameDeputy(
  statements: Statements,
  named: Of & {
    readonly expertId: string;
    readonly namedBy: string;
    readonly at: Instant;
    readonly reason: string | null;
  },
): Promise<void> {
  const { campaignId, committee, expertId, namedBy, at, reason } = named;
  await statements.query({
    name: 'name_deputy',
    text: `INSERT INTO committee_deputies (campaign_id, committee, ordinal, expert_id, named_by, named_at, reason)
           SELECT $1, $2, COALESCE(max(ordinal), 0) + 1, $3, $4, $5, $6 FROM committee_deputies
           WHERE campaign_id = $1 AND committee = $2`,
    values: [campaignId, committee, expertId, namedBy, stored(at), reason],
  });
}
