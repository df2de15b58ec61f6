import type { Instant } from '../../rules/calendar/instant.js';
import { isSealed, meetingStates } from '../../rules/meeting/meetingLaw.js';
import type { Database } from '../database.js';
import { writeInvitations } from '../mail/enqueueNotifications.js';
import { stored } from '../timestamps.js';

interface Of {
  readonly campaignId: string;
  readonly committee: string;
}

/** Whether somebody was named deputy of a committee before, or its meeting has been convened and is not signed yet. */
export async function isDeputyFinal({ pool }: Pick<Database, 'pool'>, { campaignId, committee }: Of): Promise<boolean> {
  const { rows } = await pool.query<{ finalized: boolean }>({
    name: 'deputy_final',
    text: `SELECT EXISTS (SELECT FROM committee_deputies WHERE campaign_id = $1 AND committee = $2)
             OR EXISTS (SELECT FROM meetings WHERE campaign_id = $1 AND committee = $2 AND state = ANY($3::text[])) AS finalized`,
    values: [campaignId, committee, meetingStates.filter((state) => !isSealed(state))],
  });
  return rows[0]?.finalized ?? false;
}

/**
 * Names a member the deputy, instead of whoever was, and writes to them; who was it before stays on record.
 *
 * @throws when two are named at once: see `isAlreadyThere`
 */
export async function nameDeputy(
  database: Database,
  named: Of & {
    readonly expertId: string;
    readonly namedBy: string;
    readonly at: Instant;
    readonly reason: string | null;
  },
): Promise<void> {
  const { campaignId, committee, expertId, namedBy, at, reason } = named;
  await database.$transaction(async (transaction) => {
    const before = await transaction.committeeDeputy.count({ where: { campaignId, committee } });
    const naming = { expertId, namedBy, namedAt: stored(at), reason };
    await transaction.committeeDeputy.create({ data: { campaignId, committee, ordinal: before + 1, ...naming } });
    const letter = { campaignId, committee, expertIds: [expertId], kind: 'invitation_deputy', at } as const;
    await writeInvitations(transaction, letter);
  });
}
