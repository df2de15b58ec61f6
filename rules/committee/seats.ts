import type { BilingualText } from '../bilingualText.js';
import { type Refusal, refuse } from '../refusal.js';

export const positions = ['member', 'alternate'] as const;
export type Position = (typeof positions)[number];
export const positionLabels: Readonly<Record<Position, BilingualText>> = {
  member: { zh: '委员', en: 'Member' },
  alternate: { zh: '候补', en: 'Alternate' },
};
export const invitations = ['invited', 'accepted', 'declined', 'replaced'] as const;
export type Invitation = (typeof invitations)[number];
export const invitationLabels: Readonly<Record<Invitation, BilingualText>> = {
  invited: { zh: '待答复', en: 'Invited' },
  accepted: { zh: '已接受', en: 'Accepted' },
  declined: { zh: '已辞谢，席位空缺', en: 'Declined, seat empty' },
  replaced: { zh: '已辞谢，席位已递补', en: 'Declined, replaced' },
};
export const invitationAnswers = ['accept', 'decline'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

interface Seat {
  readonly position: Position;
  readonly invitation: Invitation;
}

/** Invitation × answer → next. An expert who has accepted may still decline. */
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

/** Whether an expert holds, or is asked to take, a place as a member or alternate. */
export function holdsPlace({ invitation }: Pick<Seat, 'invitation'>): boolean {
  return invitationLaw[invitation].accept !== undefined;
}

/** Whether an expert has accepted a place and still holds it. */
export function hasAccepted(seat: Pick<Seat, 'invitation'>): boolean {
  return holdsPlace(seat) && !answersTo(seat.invitation).includes('accept');
}

/** Whether a place is a member's seat that has not been given up. */
export function isSeated(seat: Seat): boolean {
  return seat.position === 'member' && holdsPlace(seat);
}

/** Invitations with which a member holds a seat. */
export const seatedInvitations: readonly Invitation[] = invitations.filter((invitation) =>
  isSeated({ position: 'member', invitation }),
);

/** Who takes the seat of a member who declines: the next alternate of the same specialty who has not declined. */
export function successorOf<Alternate extends Seat & { readonly specialty: string; readonly ordinal: number }>(
  specialty: string,
  places: readonly Alternate[],
): Alternate | null {
  const inLine = places.filter((place) => place.position === 'alternate' && holdsPlace(place));
  const fitting = inLine.filter((place) => place.specialty === specialty);
  return fitting.toSorted((a, b) => a.ordinal - b.ordinal)[0] ?? null;
}

/** Seats of a specialty that were given up and have no alternate left, in their order. */
function emptyOf<Place extends Seat & { readonly specialty: string; readonly ordinal: number }>(
  specialty: string,
  places: readonly Place[],
): readonly Place[] {
  // A member whose seat an alternate or a supplementary draw has filled is `replaced`.
  return places
    .filter((place) => place.position === 'member' && place.invitation === 'declined' && place.specialty === specialty)
    .toSorted((one, other) => one.ordinal - other.ordinal);
}

/** Empty seats of a committee, by specialty; a specialty without any is left out. */
export function emptySeats(
  places: readonly (Seat & { readonly specialty: string; readonly ordinal: number })[],
): readonly { readonly specialty: string; readonly count: number }[] {
  return [...new Set(places.map(({ specialty }) => specialty))]
    .toSorted()
    .map((specialty) => ({ specialty, count: emptyOf(specialty, places).length }))
    .filter(({ count }) => count > 0);
}

/** The seats a supplementary draw of `count` experts fills: those that fell empty first. */
export function seatsFilled<Place extends Seat & { readonly specialty: string; readonly ordinal: number }>(
  specialty: string,
  places: readonly Place[],
  count: number,
): readonly Place[] {
  return emptyOf(specialty, places).slice(0, count);
}

/** Why a supplementary draw of this size is refused (人社部令第40号), or null: each expert needs an empty seat. */
export function supplementProblem(
  places: readonly (Seat & { readonly specialty: string; readonly ordinal: number })[],
  specialty: string,
  count: number,
): Refusal | null {
  const empty = emptyOf(specialty, places).length;
  if (empty >= count) return null;
  const clause = '人社部令第40号（随机抽取评审专家）';
  return empty === 0
    ? refuse(
        'event_not_allowed',
        clause,
        {
          zh: '这个专业没有空缺的席位，不需要补充抽取。',
          en: 'No seat of this specialty is empty, so there is nothing to draw for.',
        },
        { field: 'specialty' },
      )
    : refuse(
        'plan_invalid',
        clause,
        {
          zh: `这个专业空缺${empty}席，补充抽取不能超过${empty}人。`,
          en: `${empty} seats of this specialty are empty; no more experts than that can be drawn.`,
        },
        { field: 'size' },
      );
}

/**
 * Why the office may not make a member the deputy (副主任委员), or null. Once there is a deputy, or the meeting has been
 * convened, a reason is needed; `freeText` is whether one was given.
 */
export function decideDeputy({
  isChair,
  isDeputy,
  finalized,
  freeText,
}: {
  readonly isChair: boolean;
  readonly isDeputy: boolean;
  /** Whether somebody was named before, or a meeting has been convened. */
  readonly finalized: boolean;
  readonly freeText: boolean;
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
  if (!finalized || freeText) return null;
  return refuse(
    'free_text_missing',
    clause,
    {
      zh: '更换副主任委员，或会议召集后确定副主任委员，请说明理由。',
      en: 'To change the deputy, or to name one after the meeting was convened, give a reason.',
    },
    { field: 'reason' },
  );
}
