import { type Instant, instantOf } from '../../rules/calendar/instant.js';
import { aheadStates } from '../../rules/meeting/meetingLaw.js';
import type { MeetingNotificationKind } from '../../rules/notifications/notificationKinds.js';
import type { Connection } from '../database.js';
import { enqueueNotifications } from '../mail/enqueueNotifications.js';

/**
 * Writes about the meeting ahead to members whose seat is new, or is gone, since it was convened. Alternates are not asked
 * to come and get nothing.
 */
export async function writeMeetingOfSeats(
  transaction: Connection,
  seats: {
    readonly campaignId: string;
    readonly committee: string;
    readonly expertIds: readonly string[];
    readonly kind: Extract<MeetingNotificationKind, 'meeting_convened' | 'meeting_left'>;
    readonly at: Instant;
  },
): Promise<void> {
  const { campaignId, committee, expertIds, kind, at } = seats;
  const meeting = await transaction.meeting.findFirst({
    where: { campaignId, committee, state: { in: [...aheadStates] } },
  });
  if (!meeting) return;
  const { id, revision, heldOn, begins, place } = meeting;
  const held = { at: instantOf(`${heldOn.toISOString().slice(0, 10)}T${begins}`), room: place };
  const change = kind === 'meeting_left' ? { was: held, now: null } : { was: null, now: held };
  const detail = { at, committee, meeting: { id, revision, reason: null, ...change } };
  const members = await transaction.committeeMember.findMany({
    where: { campaignId, committee, position: 'member', expertId: { in: [...expertIds] } },
    select: { expertId: true, expert: { select: { personId: true } } },
  });
  await enqueueNotifications(
    transaction,
    members.map(({ expertId, expert }) => {
      const key = `${kind}:${id}.${revision}.${expertId}`;
      return { kind, role: 'expert', scope: expert.personId, personal: true, campaignId, key, detail } as const;
    }),
  );
}
