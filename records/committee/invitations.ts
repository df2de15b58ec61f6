import type { Instant } from '../../rules/calendar/instant.js';
import {
  decideInvitation,
  holdsPlace,
  type Invitation,
  type InvitationAnswer,
  isSeated,
  successorOf,
} from '../../rules/committee/seats.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Connection, Database } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { enqueueNotifications, writeInvitations } from '../mail/enqueueNotifications.js';
import { stored } from '../timestamps.js';
import { lockPlaces } from './lockPlaces.js';
import { writeMeetingOfSeats } from './meetingOfSeats.js';

export interface Place {
  readonly campaignId: string;
  readonly committee: string;
  readonly expertId: string;
}

type Answered = { readonly invitation: Invitation; readonly successor: string | null } | Refusal | null;

/**
 * Records an expert's answer to an invitation. When a member declines, the next alternate of the same specialty takes a
 * seat in the same transaction; `successor` is that expert, or null when no alternate is left. Null: no such place.
 */
export async function answerInvitation(
  database: Database,
  {
    answer,
    reason,
    at,
    ...place
  }: Place & {
    readonly answer: InvitationAnswer;
    readonly reason: string | null;
    readonly at: Instant;
  },
): Promise<Answered> {
  return await database.$transaction(async (transaction) => {
    const places = await lockPlaces(transaction, place);
    const own = places.find(({ expertId }) => expertId === place.expertId);
    if (!own) return null;
    const decided = decideInvitation(own.invitation, answer);
    if ('code' in decided) return decided;
    if (decided.next === own.invitation) return { invitation: own.invitation, successor: null };
    const after = { ...own, invitation: decided.next };
    const successor = isSeated(own) && !isSeated(after) ? successorOf(own.specialty, places) : null;
    const invitation = successor ? 'replaced' : decided.next;
    const stays = holdsPlace(after);
    await update(transaction, place, {
      invitation,
      reason,
      answeredAt: stored(at),
      ...(stays ? {} : { isChair: false }),
    });
    if (successor) {
      const last = Math.max(
        ...places.filter(({ position }) => position === own.position).map(({ ordinal }) => ordinal),
      );
      const seat = { position: own.position, ordinal: last + 1 };
      await update(transaction, { ...place, expertId: successor.expertId }, seat);
      const { campaignId, committee } = place;
      const letter = {
        campaignId,
        committee,
        expertIds: [successor.expertId],
        kind: 'invitation_promoted',
        at,
      } as const;
      await writeInvitations(transaction, letter);
      await writeMeetingOfSeats(transaction, { ...letter, kind: 'meeting_convened' });
    }
    if (isSeated(own) && !isSeated(after))
      await writeMeetingOfSeats(transaction, { ...place, expertIds: [place.expertId], kind: 'meeting_left', at });
    if (isSeated(own) && !isSeated(after) && !successor) await notifySeatEmpty(transaction, place, own.specialty, at);
    if (!stays) await releaseRoles(transaction, place);
    return { invitation, successor: successor?.expertId ?? null };
  });
}

/** Writes to the office that a member has declined and no alternate of the specialty is left; once per member. */
async function notifySeatEmpty(transaction: Connection, place: Place, specialty: string, at: Instant): Promise<void> {
  const { campaignId, committee, expertId } = place;
  const letter = { kind: 'seat_empty', role: 'office', scope: campaignId, personal: false, campaignId } as const;
  const key = `${letter.kind}:${campaignId}.${committee}.${expertId}`;
  await enqueueNotifications(transaction, [{ ...letter, key, detail: { at, committee, specialty } }]);
}

/** Makes a member the chair in place of the present one. False: they hold no seat. */
export async function designateChair(
  database: Database,
  { at, ...place }: Place & { readonly at: Instant },
): Promise<boolean> {
  const { campaignId, committee, expertId } = place;
  return await database.$transaction(async (transaction) => {
    const places = await lockPlaces(transaction, place);
    const next = places.find((one) => one.expertId === expertId);
    if (!next || !isSeated(next)) return false;
    const former = places.filter(({ isChair }) => isChair);
    await transaction.committeeMember.updateMany({ where: { campaignId, committee }, data: { isChair: false } });
    await update(transaction, place, { isChair: true });
    for (const { expertId: formerId } of former) await releaseRoles(transaction, { ...place, expertId: formerId });
    await writeInvitations(transaction, {
      campaignId,
      committee,
      at,
      expertIds: [expertId],
      kind: 'invitation_chair',
    });
    const binding = { personId: next.personId, role: 'chair', campaignId };
    await transaction.roleBinding.createMany({ data: [binding], skipDuplicates: true });
    return true;
  });
}

type Change = Prisma.CommitteeMemberUpdateManyMutationInput;

async function update(transaction: Connection, place: Place, data: Change): Promise<void> {
  await transaction.committeeMember.update({ where: { campaignId_committee_expertId: place }, data });
}

/** Removes the role of expert from a person without a place in the campaign, and that of chair without a committee. */
async function releaseRoles(transaction: Connection, { campaignId, expertId }: Place): Promise<void> {
  const rows = await transaction.committeeMember.findMany({ where: { campaignId, expertId } });
  const snapshot = rows.filter(({ invitation }) => holdsPlace({ invitation: invitation as Invitation }));
  const { personId } = await transaction.expert.findUniqueOrThrow({ where: { id: expertId } });
  const chairs = snapshot.some(({ isChair }) => isChair);
  const roles = [...(snapshot.length === 0 ? ['expert'] : []), ...(chairs ? [] : ['chair'])];
  await transaction.roleBinding.deleteMany({ where: { personId, campaignId, role: { in: roles } } });
}
