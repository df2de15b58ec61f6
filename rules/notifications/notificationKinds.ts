import type { Profile } from '../application/facts.js';
import type { Role } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Instant, LocalDate } from '../calendar/instant.js';
import { campaignEventLabels } from '../campaign/campaignLabels.js';
import { type CampaignEvent, campaignEvents } from '../campaign/campaignLaw.js';
import type { Position } from '../committee/seats.js';
import type { Policy } from '../policy/policy.js';
import { type LetterKind, letterLabels } from './letterLabels.js';

type CampaignNotificationKind = `campaign_${CampaignEvent}`;

/** What a letter can be about beside the course of an application; a matter without words or text does not compile. */
export const notificationKinds = [
  ...campaignEvents.map((event): CampaignNotificationKind => `campaign_${event}`),
  'invitation_drawn',
  'invitation_promoted',
  'invitation_chair',
  'invitation_deputy',
  'defense_announced',
  'defense_moved',
  'defense_cancelled',
  'defense_left',
  'investigator_assigned',
  'reexamination_requested',
  'reexamination_upheld',
  'reexamination_dismissed',
  'sanction_in_force',
  'sanction_lifted',
  'title_revoked',
  'seat_empty',
  'calendar_announced',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
/** What an expert is written about: they were drawn, an alternate got a seat, they were made the chair or the deputy. */
export type InvitationNotificationKind = Extract<NotificationKind, `invitation_${string}`>;

/**
 * What the members of a panel are written about: they score in a session; it has another time or room, is not held, or not
 * by them.
 */
export type DefenseNotificationKind = Extract<NotificationKind, `defense_${string}`>;

/** When and where a session is held, or was to be. */
export interface TimeAndPlace {
  readonly at: Instant;
  readonly room: string;
}

/** What a matter is about: ids, days and counts; names are read when the letter is written. */
export interface NotificationDetail {
  /** When it happened. */
  readonly at: Instant;
  readonly applicationId?: string;
  readonly sanctionId?: string;
  /** Codes of the policy. */
  readonly committee?: string;
  readonly specialty?: string;
  readonly position?: Position;
  readonly ordinal?: number;
  /** Of a calendar: the years of which it says more. */
  readonly years?: readonly number[];
  /** The last day of something that has to be done. */
  readonly dueOn?: LocalDate;
  /** Of a defense session that is announced: when and where it is held, and how many are heard in it. */
  readonly announced?: TimeAndPlace & { readonly candidates: number };
  /** Of a defense session that changes: when and where it was to be, when and where it is (null: not held), and why. */
  readonly session?: { readonly was: TimeAndPlace; readonly now: TimeAndPlace | null; readonly reason: string };
}

/** Whom and what a letter about a matter concerns, read when it is written. */
export interface NotificationSubject {
  /** The person it is for; null when it is for whoever holds a role. */
  readonly readerName: string | null;
  /** Of the campaign it belongs to; null when it belongs to none. */
  readonly policy: Policy | null;
  /** Whose application it concerns. */
  readonly candidate: {
    readonly applicantName: string;
    readonly unitName: string;
    readonly profile: Profile;
  } | null;
  /** What that application's reexamination came to. */
  readonly reexamination: { readonly reason: string | null; readonly newApplicationId: string | null } | null;
  readonly sanction: SanctionView | null;
}

/** A line of the register as far as a letter tells it. */
export interface SanctionView {
  readonly subject: 'person' | 'unit';
  /** The person's or the unit's. */
  readonly name: string;
  /** The decision it rests on. */
  readonly basis: string;
  readonly clause: string;
  readonly startsOn: LocalDate;
  /** The last day it stands. */
  readonly expiresOn: LocalDate;
  readonly revokes: boolean;
  readonly restoresTitle: boolean;
  readonly certificateNumber: string | null;
}

/** A letter about another matter: which, to whom, and the key that lets it be written once. */
export interface NotificationRequest {
  readonly kind: NotificationKind;
  readonly role: Role;
  /** The person when the matter is theirs; otherwise the unit, the department or the campaign whose people the role are. */
  readonly scope: string;
  readonly personal: boolean;
  readonly campaignId: string | null;
  /** Unique among all matters, and the first part of the mail's Message-ID. */
  readonly key: string;
  readonly detail: NotificationDetail;
}

const campaignNotifications = Object.fromEntries(
  campaignEvents.map((event) => [`campaign_${event}`, campaignEventLabels[event]]),
) as Record<CampaignNotificationKind, BilingualText>;

/** What each matter is called, in lists that do not show the letter. */
export const noticeLabels: Readonly<Record<NotificationKind, BilingualText>> = {
  ...campaignNotifications,
  invitation_drawn: { zh: '评审专家邀请', en: 'Invitation of an expert' },
  invitation_promoted: { zh: '候补专家递补', en: 'An alternate takes a seat' },
  invitation_chair: { zh: '指定主任委员', en: 'Named as the chair' },
  invitation_deputy: { zh: '确定副主任委员', en: 'Named as the deputy chair' },
  defense_announced: { zh: '答辩场次通知', en: 'Defense session announced' },
  defense_moved: { zh: '答辩场次改期', en: 'Defense session moved' },
  defense_cancelled: { zh: '答辩场次取消', en: 'Defense session called off' },
  defense_left: { zh: '不再参加答辩场次', en: 'No longer in a defense session' },
  investigator_assigned: { zh: '指派核查异议', en: 'An objection to look into' },
  reexamination_requested: { zh: '申请复查，待答复', en: 'A reexamination waits for an answer' },
  reexamination_upheld: { zh: '复查：重新提交评审', en: 'Reexamination: before the meeting again' },
  reexamination_dismissed: { zh: '复查：维持原结果', en: 'Reexamination: the result stands' },
  sanction_in_force: { zh: '处罚已登记', en: 'A sanction entered the register' },
  sanction_lifted: { zh: '处罚已解除', en: 'A sanction was lifted' },
  title_revoked: { zh: '撤销资格', en: 'A title was revoked' },
  seat_empty: { zh: '评委席位空缺', en: 'A committee seat is empty' },
  calendar_announced: { zh: '工作日历有更新', en: 'A newer working-day calendar' },
};

/** The same for every letter there is. */
export const allLetterLabels: Readonly<Record<LetterKind | NotificationKind, BilingualText>> = {
  ...letterLabels,
  ...noticeLabels,
};

/** Roles in which somebody is written to about a matter of their own, whether they still hold the role or not. */
export const personalRoles: readonly Role[] = ['applicant', 'expert', 'supervisor', 'office', 'chair'];
