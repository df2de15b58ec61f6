import type { Instant } from '../../rules/calendar/instant.js';
import type { InvitationNotificationKind, NotificationRequest } from '../../rules/notifications/notificationKinds.js';
import { asJson } from '../application/projection.js';
import type { Connection } from '../database.js';

/** Puts notifications into the outbox, in the transaction that they report; each once by its key. */
export async function enqueueNotifications(
  transaction: Connection,
  notifications: readonly NotificationRequest[],
): Promise<void> {
  const data = notifications.map((notification) => ({ ...notification, detail: asJson(notification.detail) }));
  await transaction.outbox.createMany({ data, skipDuplicates: true });
}

/** Puts letters to experts about their places into the outbox, as these are in the transaction; one of each kind per place. */
export async function writeInvitations(
  transaction: Connection,
  {
    campaignId,
    committee,
    expertIds,
    kind,
    at,
  }: {
    readonly campaignId: string;
    readonly committee: string;
    readonly expertIds: readonly string[];
    readonly kind: InvitationNotificationKind;
    readonly at: Instant;
  },
): Promise<void> {
  const places = await transaction.committeeMember.findMany({
    where: { campaignId, committee, expertId: { in: [...expertIds] } },
    select: { expertId: true, position: true, ordinal: true, expert: { select: { personId: true } } },
  });
  const notifications = places.map(({ expertId, position, ordinal, expert }): NotificationRequest => {
    const detail = { at, position: position === 'member' ? 'member' : 'alternate', ordinal } as const;
    const key = `${kind}:${campaignId}.${committee}.${expertId}`;
    return { kind, role: 'expert', scope: expert.personId, personal: true, campaignId, key, detail };
  });
  await enqueueNotifications(transaction, notifications);
}
