import { type Refusal, refuse } from '../refusal.js';

export type Position = 'member' | 'alternate';
/** 待答复、已接受、已辞谢、已辞谢并由候补递补. */
export const invitations = ['invited', 'accepted', 'declined', 'replaced'] as const;
export type Invitation = (typeof invitations)[number];
export const invitationAnswers = ['accept', 'decline'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

interface Seat {
  readonly position: Position;
  readonly invitation: Invitation;
}

/** Invitation × answer → what becomes of it. Who has accepted may still decline, for whatever comes in between. */
const invitationLaw: Readonly<Record<Invitation, Readonly<Partial<Record<InvitationAnswer, Invitation>>>>> = {
  invited: { accept: 'accepted', decline: 'declined' },
  accepted: { accept: 'accepted', decline: 'declined' },
  declined: { decline: 'declined' },
  replaced: { decline: 'replaced' },
};

/** Where an answer leads an invitation, or why it is too late for it. */
export function decideInvitation(invitation: Invitation, answer: InvitationAnswer): { next: Invitation } | Refusal {
  const next = invitationLaw[invitation][answer];
  if (next !== undefined) return { next };
  return refuse(
    'already_done',
    '人社部令第40号（评审专家抽取）',
    '您已辞谢，席位已由候补专家递补；如需恢复，请联系评委会办事机构。',
  );
}

/** What may still be answered. */
export function answersTo(invitation: Invitation): readonly InvitationAnswer[] {
  return invitationAnswers.filter((answer) => (invitationLaw[invitation][answer] ?? invitation) !== invitation);
}

/** Whether somebody still holds, or is asked to take, their place, as a member or in line. */
export function isStanding({ invitation }: Pick<Seat, 'invitation'>): boolean {
  return invitationLaw[invitation].accept !== undefined;
}

/** Whether somebody has accepted their place and still holds it. */
export function hasAccepted(seat: Pick<Seat, 'invitation'>): boolean {
  return isStanding(seat) && !answersTo(seat.invitation).includes('accept');
}

/** Whether a place in a committee is a seat that somebody holds or is asked to take: not an alternate's, not given up. */
export function isSeated(seat: Seat): boolean {
  return seat.position === 'member' && isStanding(seat);
}

/** Who takes the seat of a member who declines: the next alternate of the same specialty who has not declined. */
export function successorOf<Alternate extends Seat & { readonly specialty: string; readonly ordinal: number }>(
  specialty: string,
  places: readonly Alternate[],
): Alternate | null {
  const inLine = places.filter((place) => place.position === 'alternate' && isStanding(place));
  const fitting = inLine.filter((place) => place.specialty === specialty);
  return fitting.toSorted((a, b) => a.ordinal - b.ordinal)[0] ?? null;
}
