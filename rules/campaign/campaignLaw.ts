import type { Role } from '../application/lifecycle.js';
import type { Basis } from '../policy/clauses.js';
import type { CampaignDate, CampaignForm } from './campaignFacts.js';
import type { CampaignGuard } from './campaignGuards.js';
import type { CampaignChooser } from './campaignNext.js';
import type { CampaignState } from './campaignStates.js';

export const campaignStatuses = [
  'preparing',
  'plan_filed',
  'announced',
  'filing',
  'audit',
  'payment',
  'assembly',
  'meeting',
  'outcomes',
  'public_notice',
  'concluding',
  'results_filed',
  'closed',
] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export const campaignEvents = [
  'file_plan',
  'announce',
  'open_filing',
  'close_filing',
  'close_audit',
  'close_payment',
  'hold_meeting',
  'meeting_signed',
  'fan_out_done',
  'notice_ended',
  'file_results',
  'close',
] as const;
export type CampaignEvent = (typeof campaignEvents)[number];

type CampaignNext =
  | CampaignStatus
  | 'stays'
  | { readonly choose: CampaignChooser; readonly of: readonly CampaignStatus[] };

/** One row: who may do it, on which conditions, with what, and where it leads. */
export interface CampaignEventLaw {
  readonly allowedRoles: readonly Role[];
  readonly guards: readonly CampaignGuard[];
  readonly takes: CampaignForm;
  readonly next: CampaignNext;
  readonly clause: Basis;
  /** Only for the timer: the date that triggers the event. Without one, the end of the campaign's own work does. */
  readonly when?: CampaignDate;
}

export interface CampaignStatusLaw {
  readonly zh: string;
  readonly en: string;
  /** Whether applications may be opened, and whether they have ended. */
  readonly state: CampaignState;
  readonly final: boolean;
  readonly events: Readonly<Partial<Record<CampaignEvent, CampaignEventLaw>>>;
}

const announce = {
  allowedRoles: ['office', 'operator'],
  guards: ['policy_in_order', 'plan_filed_where_required'],
  takes: 'verdict',
  next: 'announced',
  clause: 'schedule',
} as const satisfies CampaignEventLaw;

const at = (when: CampaignDate, next: CampaignNext, clause: Basis): CampaignEventLaw => ({
  allowedRoles: ['timer'],
  when,
  guards: [],
  takes: 'nothing',
  next,
  clause,
});

/** Windows that close while a meeting is held or its outcomes are applied change nothing else. */
const windows = {
  close_filing: at('filing_cutoff', 'stays', 'filing'),
  close_audit: at('audit_ends', 'stays', 'audit_window'),
  close_payment: at('payment_ends', 'stays', ['payment_window', 'materials_window']),
} as const;

/** A meeting may be held as soon as there is something to judge, and another one after the first. */
const meetings = {
  hold_meeting: {
    allowedRoles: ['office'],
    guards: ['committee_known', 'meeting_new'],
    takes: 'meeting',
    next: 'meeting',
    clause: 'national',
  },
  meeting_signed: {
    allowedRoles: ['chair'],
    guards: ['committee_known', 'meeting_not_signed', 'met_before'],
    takes: 'signature',
    next: 'outcomes',
    clause: 'national',
  },
} as const satisfies Partial<Record<CampaignEvent, CampaignEventLaw>>;

const close = {
  allowedRoles: ['office', 'operator'],
  guards: ['outcomes_applied', 'results_filed_where_required', 'applications_ended', 'titles_filed_where_required'],
  takes: 'closing',
  next: 'closed',
  clause: 'result_notice',
} as const satisfies CampaignEventLaw;

/**
 * After a meeting its results are filed; where nobody meets, those of the tracks without one once every application has ended.
 */
const file_results = {
  allowedRoles: ['office'],
  guards: ['results_required', 'free_text_given', 'ended_where_nobody_met'],
  takes: 'results',
  next: 'results_filed',
  clause: 'results_filed',
} as const satisfies CampaignEventLaw;

const running = { state: 'open', final: false } as const;

/**
 * The law of a campaign: status → event → who, guards, form, next. The timer passes dates, the campaign applies outcomes
 * itself, and people do the rest.
 */
export const campaignLaw = {
  preparing: {
    zh: '筹备',
    en: 'Preparing',
    state: 'preparing',
    final: false,
    events: {
      file_plan: {
        allowedRoles: ['office'],
        guards: ['plan_required', 'policy_in_order', 'free_text_given'],
        takes: 'verdict',
        next: 'plan_filed',
        clause: 'plan_filed',
      },
      announce,
      close,
    },
  },
  plan_filed: {
    zh: '方案已呈报',
    en: 'Plan filed',
    state: 'preparing',
    final: false,
    events: { announce, close },
  },
  announced: {
    ...running,
    zh: '已发布通知',
    en: 'Announced',
    events: { open_filing: at('filing_opens', 'filing', 'filing'), close },
  },
  filing: {
    ...running,
    zh: '申报',
    en: 'Filing',
    events: { ...windows, close_filing: at('filing_cutoff', 'audit', 'filing'), ...meetings, close },
  },
  audit: {
    ...running,
    zh: '审核',
    en: 'Audit',
    events: {
      ...windows,
      close_audit: at(
        'audit_ends',
        { choose: 'after_audit', of: ['payment', 'assembly', 'concluding'] },
        'audit_window',
      ),
      ...meetings,
      file_results,
      close,
    },
  },
  payment: {
    ...running,
    zh: '评审手续',
    en: 'Formalities',
    events: {
      close_payment: at('payment_ends', { choose: 'after_payment', of: ['assembly', 'concluding'] }, [
        'payment_window',
        'materials_window',
      ]),
      ...meetings,
      file_results,
      close,
    },
  },
  assembly: { ...running, zh: '会前准备', en: 'Before the meeting', events: { ...meetings, file_results, close } },
  meeting: { ...running, zh: '评审会', en: 'Review meeting', events: { ...windows, ...meetings } },
  outcomes: {
    ...running,
    zh: '结果落实',
    en: 'Carrying out the outcomes',
    events: {
      ...windows,
      ...meetings,
      hold_meeting: { ...meetings.hold_meeting, next: 'stays' },
      meeting_signed: { ...meetings.meeting_signed, next: 'stays' },
      fan_out_done: {
        allowedRoles: ['timer'],
        guards: ['counts_add_up'],
        takes: 'counts',
        next: { choose: 'after_outcomes', of: ['outcomes', 'meeting', 'public_notice', 'concluding'] },
        clause: 'national',
      },
    },
  },
  public_notice: {
    ...running,
    zh: '结果公示',
    en: 'Public notice',
    events: { ...windows, ...meetings, notice_ended: at('notice_ends', 'concluding', 'result_notice') },
  },
  concluding: {
    ...running,
    zh: '备案与收尾',
    en: 'Concluding',
    events: {
      ...windows,
      ...meetings,
      file_results,
      close,
    },
  },
  results_filed: { ...running, zh: '结果已备案', en: 'Results filed', events: { ...windows, ...meetings, close } },
  closed: { zh: '已结束', en: 'Closed', state: 'closed', final: true, events: {} },
} as const satisfies Record<CampaignStatus, CampaignStatusLaw>;

/** The row of the law for an event in a status, or null when the law has none. */
export function findCampaignLaw(status: CampaignStatus, event: CampaignEvent): CampaignEventLaw | null {
  const law: CampaignStatusLaw = campaignLaw[status];
  return law.events[event] ?? null;
}

/** Every row of the law in a status. */
export function campaignLawsIn(status: CampaignStatus): readonly (readonly [CampaignEvent, CampaignEventLaw])[] {
  return campaignEvents.flatMap((event) => {
    const law = findCampaignLaw(status, event);
    return law ? [[event, law] as const] : [];
  });
}

/** The events people can do, in any status: each is an Update of the workflow and a route of the API. */
export const campaignActs: readonly CampaignEvent[] = campaignEvents.filter((event) =>
  campaignStatuses.some((status) => findCampaignLaw(status, event)?.allowedRoles.some((role) => role !== 'timer')),
);
