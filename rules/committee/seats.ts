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
  return refuse('already_done', '人社部令第40号（评审专家抽取）', {
    zh: '您已辞谢，席位已由候补专家递补；如需恢复，请联系评委会办事机构。',
    en: 'You have declined, and an alternate has taken the seat. If you wish to come back, please ask the committee office.',
  });
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

/** What a member may have answered, or not answered yet, and hold their seat. */
export const seatedInvitations: readonly Invitation[] = invitations.filter((invitation) =>
  isSeated({ position: 'member', invitation }),
);

/** Who takes the seat of a member who declines: the next alternate of the same specialty who has not declined. */
export function successorOf<Alternate extends Seat & { readonly specialty: string; readonly ordinal: number }>(
  specialty: string,
  places: readonly Alternate[],
): Alternate | null {
  const inLine = places.filter((place) => place.position === 'alternate' && isStanding(place));
  const fitting = inLine.filter((place) => place.specialty === specialty);
  return fitting.toSorted((a, b) => a.ordinal - b.ordinal)[0] ?? null;
}

/**
 * Whether the office may name a member the deputy (副主任委员), or why not. Once there is a deputy, or the committee's
 * meeting has been convened, it needs a reason; `words` is whether one was given.
 */
export function decideDeputy({
  isChair,
  isDeputy,
  settled,
  words,
}: {
  readonly isChair: boolean;
  readonly isDeputy: boolean;
  /** Whether somebody was named before, or a meeting has been convened. */
  readonly settled: boolean;
  readonly words: boolean;
}): Refusal | null {
  const clause = '人社部令第40号（评审委员会组成）';
  if (isChair) {
    return refuse(
      'already_done',
      clause,
      { zh: '主任委员不能同时担任副主任委员。', en: 'The chair cannot be the deputy as well.' },
      { field: 'expertId' },
    );
  }
  if (isDeputy) {
    return refuse(
      'already_done',
      clause,
      { zh: '这名委员已是副主任委员。', en: 'This member is the deputy already.' },
      { field: 'expertId' },
    );
  }
  if (!settled || words) return null;
  return refuse(
    'words_missing',
    clause,
    {
      zh: '更换副主任委员，或会议召集后确定副主任委员，请说明理由。',
      en: 'To change the deputy, or to name one after the meeting was convened, give a reason.',
    },
    { field: 'reason' },
  );
}
