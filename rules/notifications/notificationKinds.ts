import type { SignInChange } from '../access/signInChanges.js';
import type { Profile } from '../application/facts.js';
import type { Role } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Instant, LocalDate } from '../calendar/instant.js';
import { campaignEventLabels } from '../campaign/campaignLabels.js';
import { type CampaignEvent, campaignEvents } from '../campaign/campaignLaw.js';
import type { Position } from '../committee/seats.js';
import type { FeeState } from '../fees/feeStates.js';
import type { SlotTime } from '../originals/counterSlots.js';
import type { Policy } from '../policy/policy.js';
import { type LetterKind, letterLabels } from './letterLabels.js';

type CampaignNotificationKind = `campaign_${CampaignEvent}`;

/** What letters are about beside an application's progress. A kind without a label or a text does not compile. */
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
  'meeting_convened',
  'meeting_moved',
  'meeting_called_off',
  'meeting_left',
  'visit_cancelled',
  'payment_kept',
  'investigator_assigned',
  'reexamination_requested',
  'reexamination_upheld',
  'reexamination_dismissed',
  'refund_approved',
  'refund_refused',
  'refund_sent',
  'refund_returned',
  'sanction_in_force',
  'sanction_lifted',
  'title_revoked',
  'unit_barred',
  'unit_passed',
  'seat_empty',
  'calendar_announced',
  'amendment_proposed',
  'campaign_pause_requested',
  'sign_in_changed',
  'membership_asked',
  'membership_accepted',
  'membership_refused',
  'membership_ended',
  'account_invitation',
  'unit_registration_asked',
  'unit_registration_accepted',
  'unit_registration_refused',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
/** Letters to experts: drawn, an alternate given a seat, made chair or deputy. */
export type InvitationNotificationKind = Extract<NotificationKind, `invitation_${string}`>;

/** Letters to members of a panel: they score in a session; it has another time or place, is cancelled, or another scores. */
export type DefenseNotificationKind = Extract<NotificationKind, `defense_${string}`>;

/** Letters to the members of a committee and to the office: it meets; at another time or place; not then; without the reader. */
export type MeetingNotificationKind = Extract<NotificationKind, `meeting_${string}`>;

/** When and where a session or a meeting is held, or was to be. */
export interface TimeAndPlace {
  readonly at: Instant;
  readonly room: string;
}

/** What a letter needs: ids, days and counts. Names are read when it is rendered. */
export interface NotificationDetail {
  /** When it happened. */
  readonly at: Instant;
  readonly applicationId?: string;
  readonly sanctionId?: string;
  readonly refundId?: string;
  /** Of a unit under sanction: how many of its applications the reader is to recommend. */
  readonly applications?: number;
  /** The department that recommends in place of a unit under sanction; absent: nobody does. */
  readonly departmentId?: string;
  /** Codes of the policy. */
  readonly committee?: string;
  readonly specialty?: string;
  readonly position?: Position;
  readonly ordinal?: number;
  /** Of a calendar: the years it announces or corrects. */
  readonly years?: readonly number[];
  /** Of the person it is for: what of their sign-in was changed. */
  readonly signIn?: SignInChange;
  /** A request to join a unit, one to register a unit, an invitation. */
  readonly membershipRequestId?: string;
  readonly unitRegistrationId?: string;
  readonly invitationId?: string;
  /** Of a membership that ended: whose, in which unit, and why. */
  readonly personId?: string;
  readonly unitId?: string;
  readonly reason?: string;
  /** The last day of something that has to be done. */
  readonly dueOn?: LocalDate;
  /** Of a defense session: which, and its revision after the change. */
  readonly sessionId?: string;
  readonly revision?: number;
  /** Of a defense session that is announced: when and where it is held, and how many are heard in it. */
  readonly announced?: TimeAndPlace & { readonly candidates: number };
  /** Of a defense session that changes: when and where it was to be, when and where it is (null: not held), and why. */
  readonly session?: { readonly was: TimeAndPlace; readonly now: TimeAndPlace | null; readonly reason: string };
  /** Of a review meeting: which, its revision, when and where it was to be (null: it is new to the reader) and is, and why. */
  readonly meeting?: MeetingChange;
  /** Of a slot at the counter the office has cancelled: from when to when it was, and when it was. */
  readonly visit?: SlotTime;
  /** Of a payment that is kept: how much, in fen, why, and its fee as it was then. */
  readonly payment?: KeptPayment;
}

/** A review meeting as a letter tells of it. */
export interface MeetingChange {
  readonly id: string;
  readonly revision: number;
  readonly was: TimeAndPlace | null;
  /** Null: not held then, or without the reader. */
  readonly now: TimeAndPlace | null;
  readonly reason: string | null;
}

/** A payment that is kept, as a letter tells of it. */
export interface KeptPayment {
  readonly amount: number;
  /** The code of the refusal, or that of a surplus. */
  readonly code: string;
  readonly fee: { readonly amount: number; readonly state: FeeState } | null;
}

/** The people and things a letter names, read when it is rendered. */
export interface NotificationSubject {
  /** The person it is for; null when it is for everybody who holds a role. */
  readonly readerName: string | null;
  /** Of the campaign it belongs to; null when it belongs to none. */
  readonly policy: Policy | null;
  /** Whose application it concerns. */
  readonly candidate: {
    readonly applicantName: string;
    readonly unitName: string;
    readonly profile: Profile;
  } | null;
  /** The outcome of that application's reexamination. */
  readonly reexamination: { readonly reason: string | null; readonly newApplicationId: string | null } | null;
  readonly sanction: SanctionView | null;
  /** A refund: how much, in fen, and why it was refused. */
  readonly refund: { readonly amount: number; readonly decision: string | null } | null;
  /** Who belongs, or wants to belong, to which unit; the name is null where all of them are meant. */
  readonly membership: {
    readonly personName: string | null;
    readonly unitName: string;
    readonly reason: string | null;
  } | null;
  readonly registration: { readonly name: string; readonly reason: string | null } | null;
  /** An invitation with the token of its link; unitName null: to an account that was opened for them. */
  readonly invitation: InvitationView | null;
}

/** An invitation as its letter has it. */
export interface InvitationView {
  readonly name: string;
  readonly scopeName: string | null;
  readonly role: string | null;
  readonly token: string;
  readonly expiresAt: Instant;
}

/** A sanction as far as a letter quotes it. */
export interface SanctionView {
  readonly subject: 'person' | 'unit';
  /** The person's or the unit's. */
  readonly name: string;
  /** The decision it rests on. */
  readonly basis: string;
  readonly clause: string;
  readonly startsOn: LocalDate;
  /** The last day it is in force. */
  readonly expiresOn: LocalDate;
  readonly revokes: boolean;
  readonly restoresTitle: boolean;
  readonly certificateNumber: string | null;
  /** The department that recommends in place of the unit, where the letter names one. */
  readonly recommendedBy: string | null;
}

/** A letter to be written: kind, recipients, and the key by which it is written once. */
export interface NotificationRequest {
  readonly kind: NotificationKind;
  readonly role: Role;
  /** The person, for a personal letter; otherwise the unit, department or campaign within which the role is meant. */
  readonly scope: string;
  readonly personal: boolean;
  readonly campaignId: string | null;
  /** Unique among all notifications, and the first part of the mail's Message-ID. */
  readonly key: string;
  readonly detail: NotificationDetail;
}

const campaignNotifications = Object.fromEntries(
  campaignEvents.map((event) => [`campaign_${event}`, campaignEventLabels[event]]),
) as Record<CampaignNotificationKind, BilingualText>;

/** The name of each kind, in lists that do not show the letter. */
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
  meeting_convened: { zh: '评审会议通知', en: 'A review meeting is convened' },
  meeting_moved: { zh: '评审会议改期', en: 'A review meeting moved' },
  meeting_called_off: { zh: '评审会议取消', en: 'A review meeting is called off' },
  meeting_left: { zh: '不再参加评审会议', en: 'No longer in a review meeting' },
  visit_cancelled: { zh: '现场递交时段取消', en: 'A slot at the counter is cancelled' },
  payment_kept: { zh: '一笔款项待核对', en: 'A payment is kept' },
  investigator_assigned: { zh: '指派核查异议', en: 'An objection to look into' },
  reexamination_requested: { zh: '申请复查，待答复', en: 'A reexamination waits for an answer' },
  reexamination_upheld: { zh: '复查：重新提交评审', en: 'Reexamination: before the meeting again' },
  reexamination_dismissed: { zh: '复查：维持原结果', en: 'Reexamination: the result stands' },
  refund_approved: { zh: '退费已批准', en: 'A refund was approved' },
  refund_refused: { zh: '不予退费', en: 'A refund was refused' },
  refund_sent: { zh: '退款已付出', en: 'A refund was sent' },
  refund_returned: { zh: '退款被银行退回', en: 'The bank returned a refund' },
  sanction_in_force: { zh: '处罚已登记', en: 'A sanction entered the register' },
  sanction_lifted: { zh: '处罚已解除', en: 'A sanction was lifted' },
  title_revoked: { zh: '撤销资格', en: 'A title was revoked' },
  unit_barred: { zh: '所在单位在处罚期内', en: 'The unit is under a sanction' },
  unit_passed: { zh: '代处罚期内单位推荐', en: 'To recommend in place of a unit under sanction' },
  seat_empty: { zh: '评委席位空缺', en: 'A committee seat is empty' },
  calendar_announced: { zh: '工作日历有更新', en: 'A newer working-day calendar' },
  amendment_proposed: { zh: '政策修订待批准', en: 'An amendment waits for approval' },
  campaign_pause_requested: { zh: '全部期限中止待批准', en: 'A pause of all deadlines waits for approval' },
  sign_in_changed: { zh: '登录方式有变', en: 'Sign-in changed' },
  membership_asked: { zh: '有人申请加入单位', en: 'Somebody asks to join the unit' },
  membership_accepted: { zh: '单位已同意加入', en: 'The unit accepted you' },
  membership_refused: { zh: '单位未同意加入', en: 'The unit did not accept you' },
  membership_ended: { zh: '人员离开单位', en: 'Somebody left the unit' },
  account_invitation: { zh: '邀请', en: 'Invitation' },
  unit_registration_asked: { zh: '有单位申请登记', en: 'A unit asks to be registered' },
  unit_registration_accepted: { zh: '单位已登记', en: 'The unit is registered' },
  unit_registration_refused: { zh: '单位未予登记', en: 'The unit was not registered' },
};

/** The same for every letter there is. */
export const allLetterLabels: Readonly<Record<LetterKind | NotificationKind, BilingualText>> = {
  ...letterLabels,
  ...noticeLabels,
};

/** Roles of personal letters, which are sent whether or not the person still holds the role. */
export const personalRoles: readonly Role[] = ['applicant', 'expert', 'supervisor', 'office', 'chair'];
