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
export async function isDeputyFinal(database: Database, { campaignId, committee }: Of): Promise<boolean> {
  const unsigned = meetingStates.filter((state) => !isSealed(state));
  const [named, meetings] = await Promise.all([
    database.committeeDeputy.count({ where: { campaignId, committee } }),
    database.meeting.count({ where: { campaignId, committee, state: { in: unsigned } } }),
  ]);
  return named > 0 || meetings > 0;
}

/**
 * Names a member deputy chair in place of the present one and writes to them. Earlier namings stay on record.
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
