import type { BilingualText } from '../bilingualText.js';
import type { Basis } from '../policy/clauses.js';
import type { FormName } from './act.js';
import type { DeadlineName } from './deadlines.js';
import type { GuardName } from './guards.js';
import type { ChooserName } from './next.js';

/**
 * Who may act. `bank`, `public` and `timer` have no account: the bank's signed message, anybody who objects to a public
 * notice, and a deadline that passes.
 */
export const roles = [
  'applicant',
  'unit',
  'department',
  'office',
  'finance',
  'expert',
  'chair',
  'supervisor',
  'operator',
  'bank',
  'public',
  'timer',
] as const;
export type Role = (typeof roles)[number];

export const statuses = [
  'draft',
  'unit_review',
  'unit_publicity',
  'recommendation',
  'superior_review',
  'committee_audit',
  'correction',
  'correction_review',
  'correction_publicity',
  'payment',
  'defense_payment',
  'defense',
  'review',
  'entrusted',
  'public_notice',
  'conferred',
  'not_recommended',
  'not_accepted',
  'not_passed',
  'disqualified',
  'withdrawn',
  'lapsed',
] as const;
export type Status = (typeof statuses)[number];

/** Every event of the law with its name, in the order of the lifecycle. */
export const eventLabels = {
  submit: { zh: '提交申报', en: 'Submit' },
  return_to_applicant: { zh: '退回申报人', en: 'Return to the applicant' },
  decline: { zh: '不予推荐', en: 'Decline' },
  post_publicity: { zh: '发布单位公示', en: 'Post the publicity' },
  retract_publicity: { zh: '撤下公示更正', en: 'Take the publicity back' },
  keep_publicity: { zh: '沿用原公示', en: 'Keep the earlier publicity' },
  raise_objection: { zh: '登记异议', en: 'Raise an objection' },
  resolve_objection: { zh: '办结异议', en: 'Resolve an objection' },
  publicity_ended: { zh: '单位公示期满', en: 'Publicity ended' },
  recommend: { zh: '推荐上报', en: 'Recommend' },
  forward: { zh: '审核上报', en: 'Forward' },
  return_to_unit: { zh: '退回单位', en: 'Return to the unit' },
  accept: { zh: '审核通过', en: 'Accept' },
  return_for_correction: { zh: '退回补正', en: 'Return for correction' },
  refuse: { zh: '不予受理', en: 'Refuse' },
  resubmit: { zh: '补正上报', en: 'Resubmit' },
  correction_due: { zh: '逾期未补正', en: 'Correction overdue' },
  forward_correction: { zh: '补正转报', en: 'Forward the correction' },
  return_correction: { zh: '退回继续补正', en: 'Return for further correction' },
  confirm_payment: { zh: '确认缴费', en: 'Confirm the payment' },
  receive_materials: { zh: '收齐原件', en: 'Receive the originals' },
  payment_due: { zh: '逾期未办理评审手续', en: 'Formalities overdue' },
  confirm_defense_fee: { zh: '确认答辩费', en: 'Confirm the defense fee' },
  defense_fee_due: { zh: '逾期未缴答辩费', en: 'Defense fee overdue' },
  schedule_defense: { zh: '安排答辩', en: 'Schedule the defense' },
  call_off_defense: { zh: '撤下答辩安排', en: 'Call the defense off' },
  score_defense: { zh: '答辩评分', en: 'Score the defense' },
  mark_absent: { zh: '登记缺席', en: 'Mark as absent' },
  enter_tally: { zh: '录入纸质会议票数', en: 'Enter a tally on paper' },
  record_tally: { zh: '登记评审结果', en: "Record the meeting's tally" },
  defer: { zh: '缓议', en: 'Defer' },
  send_entrustment: { zh: '登记委托函已寄出', en: 'Record that the entrustment was sent' },
  record_entrusted_result: { zh: '登记委托评审结果', en: 'Record the entrusted result' },
  confirm_entrusted_result: { zh: '确认委托评审结果', en: 'Confirm the entrusted result' },
  confirm_unit_posting: { zh: '确认单位已公示', en: 'Confirm the posting in the unit' },
  notice_ended: { zh: '结果公示期满', en: 'Public notice ended' },
  withdraw: { zh: '撤回申报', en: 'Withdraw' },
  filing_cutoff: { zh: '逾期未报送至评委会', en: 'Filing cutoff passed' },
  extend: { zh: '申请延期', en: 'Request an extension' },
  approve_extension: { zh: '批准延期', en: 'Approve the extension' },
  toll: { zh: '申请中止期限', en: 'Request a pause of the deadlines' },
  approve_toll: { zh: '批准中止期限', en: 'Approve the pause' },
  untoll: { zh: '期限恢复', en: 'Resume the deadlines' },
  amend_policy: { zh: '适用修订后的政策', en: 'The amended policy applies' },
  disqualify: { zh: '取消资格', en: 'Disqualify' },
} as const satisfies Record<string, BilingualText>;
export type EventName = keyof typeof eventLabels;
export const events = Object.keys(eventLabels) as readonly EventName[];

/** Where an event leads: one status, the same one, or one of those listed, chosen by the facts. */
export type Next = Status | 'stays' | { readonly choose: ChooserName; readonly of: readonly Status[] };

/** One row of the law: who may do it, on which conditions, with which data, and where it leads. */
export interface EventLaw {
  readonly allowedRoles: readonly Role[];
  readonly guards: readonly GuardName[];
  /** The data that comes with the act. */
  readonly takes: FormName;
  readonly next: Next;
  readonly clause: Basis;
  /** For the timer only: the deadline whose passing is the event. */
  readonly when?: DeadlineName;
}

export interface StatusLaw {
  readonly zh: string;
  readonly en: string;
  /** Whose turn it is; null in a final status. */
  readonly turn: Role | null;
  readonly final: boolean;
  /** Deadlines that run in this status. */
  readonly deadlines: readonly DeadlineName[];
  readonly events: Readonly<Partial<Record<EventName, EventLaw>>>;
}

const withdraw = {
  allowedRoles: ['applicant'],
  guards: [],
  takes: 'freeText',
  next: 'withdrawn',
  clause: 'submission',
} as const satisfies EventLaw;

const filing_cutoff = {
  allowedRoles: ['timer'],
  when: 'filing_cutoff',
  guards: [],
  takes: 'nothing',
  next: 'lapsed',
  clause: 'filing',
} as const satisfies EventLaw;

/** Where an audited application may stand next: a track may leave out any of these, the meeting included. */
const afterAudit = [
  'payment',
  'defense_payment',
  'defense',
  'review',
  'entrusted',
  'public_notice',
  'conferred',
] as const;

// Where an amendment takes away what an application waits for, it goes on.
const amend = { allowedRoles: ['timer'], guards: [], takes: 'amendment', clause: 'amendment' } as const;

const end = { turn: null, final: true, deadlines: [], events: {} } as const;

/**
 * The law: status → event → who, guards, data, next. Buttons, permissions, validators, API routes, docs/law.md and the
 * diagram derive from it. Sources: the notice of 2024-07-15 (通知) and 人社部令第40号.
 */
export const lifecycle = {
  draft: {
    zh: '填报',
    en: 'Draft',
    turn: 'applicant',
    final: false,
    deadlines: ['filing_cutoff'],
    events: {
      submit: {
        allowedRoles: ['applicant'],
        guards: ['filing_open', 'belongs', 'eligible', 'not_sanctioned', 'not_applied_elsewhere', 'dossier_complete'],
        takes: 'submission',
        next: 'unit_review',
        clause: 'submission',
      },
      withdraw,
      filing_cutoff,
    },
  },
  unit_review: {
    zh: '单位审核',
    en: 'Unit review',
    turn: 'unit',
    final: false,
    deadlines: ['filing_cutoff'],
    events: {
      return_to_applicant: {
        allowedRoles: ['unit'],
        guards: ['free_text_given'],
        takes: 'freeText',
        next: 'draft',
        clause: 'unit_review',
      },
      // Of a unit under sanction the department decides: to decline is to decide whether to recommend.
      decline: {
        allowedRoles: ['unit', 'department'],
        guards: ['decliner_fit', 'free_text_given'],
        takes: 'declination',
        next: 'not_recommended',
        clause: 'unit_review',
      },
      post_publicity: {
        allowedRoles: ['unit'],
        guards: [],
        takes: 'freeText',
        next: { choose: 'after_posting', of: ['unit_publicity', 'recommendation'] },
        clause: ['unit_review', 'publicity_form'],
      },
      keep_publicity: {
        allowedRoles: ['unit'],
        guards: ['publicity_still_valid'],
        takes: 'nothing',
        next: 'recommendation',
        clause: 'unit_review',
      },
      withdraw,
      filing_cutoff,
    },
  },
  unit_publicity: {
    zh: '单位公示',
    en: 'Unit publicity',
    turn: 'unit',
    final: false,
    deadlines: ['filing_cutoff', 'publicity_period'],
    events: {
      raise_objection: {
        allowedRoles: ['unit', 'supervisor', 'public'],
        guards: ['free_text_given'],
        takes: 'objection',
        next: 'stays',
        clause: 'publicity_form',
      },
      resolve_objection: {
        allowedRoles: ['unit'],
        guards: ['objection_waiting', 'free_text_given', 'objection_is_open'],
        takes: 'objectionOutcome',
        next: { choose: 'after_publicity_objection', of: ['not_recommended', 'unit_publicity'] },
        clause: 'unit_review',
      },
      // A clerical error: the posting is taken back, and the next one has its full period.
      retract_publicity: {
        allowedRoles: ['unit'],
        guards: ['publicity_retractable', 'no_open_objection', 'free_text_given'],
        takes: 'freeText',
        next: 'unit_review',
        clause: ['unit_review', 'publicity_form'],
      },
      publicity_ended: {
        allowedRoles: ['timer'],
        when: 'publicity_period',
        guards: ['no_open_objection'],
        takes: 'nothing',
        next: 'recommendation',
        clause: 'unit_review',
      },
      withdraw,
      filing_cutoff,
    },
  },
  recommendation: {
    zh: '单位推荐',
    en: 'Unit recommendation',
    turn: 'unit',
    final: false,
    deadlines: ['filing_cutoff'],
    events: {
      // The department recommends, or declines, in place of a unit under sanction.
      recommend: {
        allowedRoles: ['unit', 'department'],
        guards: ['recommender_fit', 'recommendation_attached', 'position_vacant'],
        takes: 'attachments',
        next: { choose: 'after_recommendation', of: ['superior_review', 'committee_audit', 'payment'] },
        clause: ['unit_review', 'recommendation_form', 'commitment_form'],
      },
      decline: {
        allowedRoles: ['unit', 'department'],
        guards: ['decliner_fit', 'free_text_given'],
        takes: 'declination',
        next: 'not_recommended',
        clause: 'unit_review',
      },
      withdraw,
      filing_cutoff,
    },
  },
  superior_review: {
    zh: '逐级审核',
    en: 'Superior review',
    turn: 'department',
    final: false,
    deadlines: ['filing_cutoff'],
    events: {
      forward: {
        allowedRoles: ['department'],
        guards: [],
        takes: 'nothing',
        next: { choose: 'after_forwarding', of: ['superior_review', 'committee_audit', 'payment'] },
        clause: 'superior_review',
      },
      return_to_unit: {
        allowedRoles: ['department'],
        guards: ['free_text_given'],
        takes: 'freeText',
        next: 'unit_review',
        clause: 'superior_review',
      },
      decline: {
        allowedRoles: ['department'],
        guards: ['free_text_given'],
        takes: 'declination',
        next: 'not_recommended',
        clause: 'superior_review',
      },
      withdraw,
      filing_cutoff,
    },
  },
  committee_audit: {
    zh: '评委会审核',
    en: 'Committee audit',
    turn: 'office',
    final: false,
    deadlines: [],
    events: {
      accept: {
        allowedRoles: ['office'],
        guards: ['audit_open', 'exception_reasoned'],
        // Reasons are asked for only where the conditions are not met.
        takes: 'freeText',
        next: { choose: 'after_acceptance', of: afterAudit },
        clause: 'committee_audit',
      },
      return_for_correction: {
        allowedRoles: ['office'],
        guards: ['audit_open', 'free_text_given', 'defects_given', 'submissions_left'],
        takes: 'defects',
        next: 'correction',
        clause: 'correction',
      },
      refuse: {
        allowedRoles: ['office'],
        guards: ['audit_open', 'free_text_given'],
        takes: 'freeText',
        next: 'not_accepted',
        clause: 'committee_audit',
      },
      withdraw,
    },
  },
  correction: {
    zh: '补正',
    en: 'Correction',
    turn: 'applicant',
    final: false,
    deadlines: ['correction_due'],
    events: {
      resubmit: {
        allowedRoles: ['applicant'],
        guards: ['defects_answered', 'not_applied_elsewhere', 'corrected_dossier_complete'],
        takes: 'resubmission',
        next: { choose: 'after_resubmission', of: ['committee_audit', 'correction_review'] },
        clause: 'correction',
      },
      correction_due: {
        allowedRoles: ['timer'],
        when: 'correction_due',
        guards: [],
        takes: 'nothing',
        next: 'lapsed',
        clause: 'correction',
      },
      withdraw,
    },
  },
  // Where the policy has corrections go through the unit, or one changes what Annex 1 published. Nothing lapses here: the two days were the applicant's.
  correction_review: {
    zh: '单位复核补正',
    en: 'Unit review of the correction',
    turn: 'unit',
    final: false,
    deadlines: [],
    events: {
      forward_correction: {
        allowedRoles: ['unit'],
        guards: ['publication_unchanged'],
        takes: 'nothing',
        next: 'committee_audit',
        clause: ['unit_review', 'committee_audit'],
      },
      post_publicity: {
        allowedRoles: ['unit'],
        guards: ['publication_changed'],
        takes: 'freeText',
        next: 'correction_publicity',
        clause: ['unit_review', 'publicity_form'],
      },
      return_correction: {
        allowedRoles: ['unit'],
        guards: ['free_text_given'],
        takes: 'freeText',
        next: 'correction',
        clause: ['unit_review', 'committee_audit'],
      },
      withdraw,
    },
  },
  // What a correction changed is published anew, and the committee waits for it.
  correction_publicity: {
    zh: '补正公示',
    en: 'Publicity of the correction',
    turn: 'unit',
    final: false,
    deadlines: ['publicity_period'],
    events: {
      raise_objection: {
        allowedRoles: ['unit', 'supervisor', 'public'],
        guards: ['free_text_given'],
        takes: 'objection',
        next: 'stays',
        clause: 'publicity_form',
      },
      resolve_objection: {
        allowedRoles: ['unit'],
        guards: ['objection_waiting', 'free_text_given', 'objection_is_open'],
        takes: 'objectionOutcome',
        next: { choose: 'after_publicity_objection', of: ['not_recommended', 'correction_publicity'] },
        clause: 'unit_review',
      },
      retract_publicity: {
        allowedRoles: ['unit'],
        guards: ['publicity_retractable', 'no_open_objection', 'free_text_given'],
        takes: 'freeText',
        next: 'correction_review',
        clause: ['unit_review', 'publicity_form'],
      },
      publicity_ended: {
        allowedRoles: ['timer'],
        when: 'publicity_period',
        guards: ['no_open_objection'],
        takes: 'nothing',
        next: 'committee_audit',
        clause: ['unit_review', 'committee_audit'],
      },
      withdraw,
    },
  },
  payment: {
    // What it is for a candidate, fee or originals or both, their track says: `labelsOfTrack.ts`.
    zh: '评审手续',
    en: 'Formalities',
    turn: 'applicant',
    final: false,
    deadlines: ['payment_due'],
    events: {
      confirm_payment: {
        allowedRoles: ['finance', 'bank'],
        guards: ['payment_asked', 'payment_open', 'not_yet_paid', 'amount_equals_fee', 'money_arrived'],
        takes: 'payment',
        next: { choose: 'after_payment', of: ['committee_audit', ...afterAudit] },
        clause: ['payment_window', 'fees'],
      },
      receive_materials: {
        allowedRoles: ['office'],
        guards: ['materials_asked', 'materials_open', 'originals_not_yet_in', 'originals_complete'],
        takes: 'originals',
        next: { choose: 'after_materials', of: ['committee_audit', ...afterAudit] },
        clause: ['materials_window', 'originals'],
      },
      payment_due: {
        allowedRoles: ['timer'],
        when: 'payment_due',
        guards: [],
        takes: 'nothing',
        next: 'lapsed',
        clause: ['payment_window', 'materials_window'],
      },
      amend_policy: { ...amend, next: { choose: 'after_amendment', of: ['committee_audit', ...afterAudit] } },
      withdraw,
    },
  },
  // Only where the policy sets a defense fee apart from the review fee; candidates exempt from the defense pay none.
  defense_payment: {
    zh: '答辩缴费',
    en: 'Defense fee',
    turn: 'applicant',
    final: false,
    deadlines: ['defense_fee_due'],
    events: {
      confirm_defense_fee: {
        allowedRoles: ['finance', 'bank'],
        guards: ['defense_fee_open', 'amount_equals_defense_fee', 'money_arrived'],
        takes: 'payment',
        next: 'defense',
        clause: ['defense', 'fees'],
      },
      defense_fee_due: {
        allowedRoles: ['timer'],
        when: 'defense_fee_due',
        guards: [],
        takes: 'nothing',
        next: 'lapsed',
        clause: ['defense', 'fees'],
      },
      amend_policy: {
        ...amend,
        next: {
          choose: 'after_amendment',
          of: ['defense_payment', 'defense', 'review', 'entrusted', 'public_notice', 'conferred'],
        },
      },
      withdraw,
    },
  },
  defense: {
    zh: '专业水平答辩',
    en: 'Defense',
    turn: 'office',
    final: false,
    deadlines: [],
    events: {
      schedule_defense: {
        allowedRoles: ['office'],
        guards: ['defense_notice_given'],
        takes: 'appointment',
        next: 'stays',
        clause: 'defense',
      },
      call_off_defense: {
        allowedRoles: ['office'],
        guards: ['defense_appointed', 'free_text_given'],
        takes: 'callOff',
        next: 'stays',
        clause: 'defense',
      },
      score_defense: {
        allowedRoles: ['office', 'expert'],
        guards: ['defense_held', 'panel_scored', 'experts_enough', 'scores_valid'],
        takes: 'scores',
        next: 'review',
        clause: 'defense',
      },
      mark_absent: {
        allowedRoles: ['office'],
        guards: ['defense_held'],
        takes: 'nothing',
        next: { choose: 'after_absence', of: ['defense', 'review'] },
        clause: 'defense',
      },
      amend_policy: {
        ...amend,
        next: { choose: 'after_amendment', of: ['defense', 'review', 'public_notice', 'conferred'] },
      },
      withdraw,
    },
  },
  review: {
    zh: '评审会',
    en: 'Review meeting',
    turn: 'office',
    final: false,
    deadlines: [],
    events: {
      // Minutes on paper are entered by two people, each from the scan; minutes signed here need no entry.
      enter_tally: {
        allowedRoles: ['office'],
        guards: [
          'minutes_scanned',
          'meeting_held',
          'after_review_began',
          'committee_large_enough',
          'committee_odd',
          'committee_drawn',
          'tally_adds_up',
          'quorum_met',
        ],
        takes: 'meeting',
        next: 'stays',
        clause: 'national',
      },
      record_tally: {
        allowedRoles: ['office'],
        guards: [
          'tally_of_minutes',
          'minutes_scanned',
          'meeting_held',
          'after_review_began',
          'specialty_scored',
          'committee_large_enough',
          'committee_odd',
          'committee_drawn',
          'tally_adds_up',
          'quorum_met',
          'entered_by_another',
          'position_left',
        ],
        takes: 'meeting',
        next: { choose: 'after_tally', of: ['public_notice', 'conferred', 'not_passed'] },
        clause: 'national',
      },
      defer: {
        allowedRoles: ['office'],
        guards: ['free_text_given'],
        takes: 'freeText',
        next: 'stays',
        clause: 'national',
      },
    },
  },
  // Only on tracks whose review another committee carries out. Nothing lapses: the candidate does not answer for its delay.
  entrusted: {
    zh: '委托评审',
    en: 'Entrusted review',
    turn: 'office',
    final: false,
    deadlines: [],
    events: {
      send_entrustment: {
        allowedRoles: ['office'],
        guards: ['entrustment_not_sent', 'sent_by_today'],
        takes: 'entrustment',
        next: 'stays',
        clause: 'entrusted_review',
      },
      record_entrusted_result: {
        allowedRoles: ['office'],
        guards: ['entrustment_sent', 'decided_by_today', 'decision_attached'],
        takes: 'entrustedResult',
        next: 'stays',
        clause: 'entrusted_review',
      },
      confirm_entrusted_result: {
        allowedRoles: ['office'],
        guards: ['entrusted_result_recorded', 'recorded_by_another'],
        takes: 'nothing',
        next: { choose: 'after_entrusted_result', of: ['public_notice', 'conferred', 'not_passed'] },
        clause: 'entrusted_review',
      },
      withdraw: { ...withdraw, guards: ['entrustment_not_sent'] },
    },
  },
  public_notice: {
    zh: '结果公示',
    en: 'Public notice',
    turn: 'office',
    final: false,
    deadlines: ['notice_period'],
    events: {
      confirm_unit_posting: {
        allowedRoles: ['unit'],
        guards: ['notice_begun', 'posting_displayed'],
        takes: 'posting',
        next: 'stays',
        clause: 'result_notice',
      },
      raise_objection: {
        allowedRoles: ['supervisor', 'office', 'public'],
        guards: ['free_text_given'],
        takes: 'objection',
        next: 'stays',
        clause: ['result_notice', 'sanctions'],
      },
      resolve_objection: {
        allowedRoles: ['supervisor', 'office'],
        guards: ['objection_waiting', 'free_text_given', 'objection_is_open'],
        takes: 'objectionOutcome',
        next: { choose: 'after_notice_objection', of: ['disqualified', 'public_notice'] },
        clause: 'sanctions',
      },
      notice_ended: {
        allowedRoles: ['timer'],
        when: 'notice_period',
        guards: ['no_open_objection', 'unit_has_posted'],
        takes: 'nothing',
        next: 'conferred',
        clause: 'result_notice',
      },
    },
  },
  conferred: { zh: '取得资格', en: 'Conferred', ...end },
  not_recommended: { zh: '不予推荐', en: 'Not recommended', ...end },
  not_accepted: { zh: '不予受理', en: 'Not accepted', ...end },
  not_passed: { zh: '未通过评审', en: 'Not passed', ...end },
  disqualified: { zh: '取消资格', en: 'Disqualified', ...end },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', ...end },
  lapsed: { zh: '视为放弃', en: 'Lapsed', ...end },
} as const satisfies Record<Status, StatusLaw>;

/** Events possible in every status that is not final. All but the last leave the status as it is. */
export const acrossStatuses = {
  extend: {
    allowedRoles: ['office'],
    guards: ['free_text_given', 'deadline_running', 'due_later'],
    takes: 'extension',
    next: 'stays',
    clause: 'extension',
  },
  approve_extension: {
    allowedRoles: ['office'],
    guards: ['extension_pending', 'second_person', 'extension_later'],
    takes: 'nothing',
    next: 'stays',
    clause: 'extension',
  },
  toll: {
    allowedRoles: ['operator', 'supervisor'],
    guards: ['free_text_given', 'not_tolled', 'pause_planned'],
    takes: 'pause',
    next: 'stays',
    clause: 'tolling',
  },
  approve_toll: {
    allowedRoles: ['supervisor', 'operator'],
    guards: ['not_tolled', 'pause_pending', 'second_person_to_pause'],
    takes: 'nothing',
    next: 'stays',
    clause: 'tolling',
  },
  untoll: {
    allowedRoles: ['operator', 'supervisor'],
    guards: ['is_tolled'],
    takes: 'freeText',
    next: 'stays',
    clause: 'tolling',
  },
  // Proposed and approved for a whole campaign; applied to each application.
  amend_policy: { ...amend, next: 'stays' },
  // Proposed and confirmed by two people in the register of sanctions; applied to the application.
  disqualify: {
    allowedRoles: ['timer'],
    guards: [],
    takes: 'sanction',
    next: 'disqualified',
    clause: ['sanctions', 'commitment_form'],
  },
} as const satisfies Partial<Record<EventName, EventLaw>>;

/** Roles without accounts: they are never granted and have no buttons. */
export const withoutAccount = ['bank', 'public', 'timer'] as const satisfies readonly Role[];

/** Whether people can be given a role. */
export function isGrantable(role: Role): role is Exclude<Role, (typeof withoutAccount)[number]> {
  return !withoutAccount.some((one) => one === role);
}

/** Roles that decide over others: two operators give one of them, once there are two. */
export const grantedByTwo = ['office', 'chair', 'supervisor', 'operator'] as const satisfies readonly Role[];

/** Whether holders of a role sign in with a second factor; for applicants it is their choice. */
export function needsSecondFactor(role: Role): boolean {
  return role !== 'applicant';
}

/** The row of the law for an event in a status, or null when the law has none. */
export function findLaw(status: Status, event: EventName): EventLaw | null {
  const law: StatusLaw = lifecycle[status];
  const across: Partial<Record<EventName, EventLaw>> = acrossStatuses;
  return law.events[event] ?? (law.final ? null : (across[event] ?? null));
}

type Row = readonly [EventName, EventLaw];
const rowsByStatus: ReadonlyMap<Status, readonly Row[]> = new Map(
  statuses.map((status) => [
    status,
    events.flatMap((event): readonly Row[] => {
      const law = findLaw(status, event);
      return law ? [[event, law]] : [];
    }),
  ]),
);

/** Every row of the law in a status, including those possible in every status. */
export function lawsIn(status: Status): readonly Row[] {
  return rowsByStatus.get(status) ?? [];
}

/** Whether an application in this status has ended. */
export function isFinal(status: Status): boolean {
  return lifecycle[status].final;
}

/** Whose turn it is in this status, or null when it is final. */
export function turnOf(status: Status): Role | null {
  return lifecycle[status].turn;
}

/** Whether the applicant may change form and documents: in the statuses in which they submit or resubmit. */
export function dossierEditable(status: Status): boolean {
  return lawsIn(status).some(([, { takes }]) => takes === 'submission' || takes === 'resubmission');
}

/** The events people can do, in any status: each is an Update of the workflow and a route of the API. */
export const personEvents: readonly EventName[] = events.filter((event) =>
  statuses.some((status) => findLaw(status, event)?.allowedRoles.some((role) => role !== 'timer')),
);

/** Events decided elsewhere: each is an Update of the workflow that no person sends to an application. */
export const arrivingEvents: readonly EventName[] = events.filter((event) => {
  const law = statuses.map((status) => findLaw(status, event)).find((one) => one !== null);
  return law !== undefined && law.when === undefined && law.allowedRoles.every((role) => role === 'timer');
});

/** An operator's repairs of a parked step, with a reason; not part of the lifecycle. */
export const repairs = ['retry_step', 'skip_step'] as const;
export type RepairName = (typeof repairs)[number];
