import type { Deadline } from './application/deadline.js';
import type { BilingualText } from './bilingualText.js';
import type { MissingItem } from './dossier/dossier.js';

/**
 * Why an act was refused: a value, never an exception. `api/` maps each code to an HTTP status in one table.
 */
export const refusalCodes = [
  'role_not_allowed',
  'not_yours',
  'own_application',
  'event_not_allowed',
  'already_final',
  'stale_page',
  'clock_ahead',
  'window_not_open',
  'deadline_passed',
  'tolled',
  'not_tolled',
  'free_text_missing',
  'defects_missing',
  'defects_unanswered',
  'submissions_used_up',
  'not_eligible',
  'already_applied',
  'sanctioned',
  'dossier_incomplete',
  'attachments_missing',
  'photo_missing',
  'posting_not_confirmed',
  'positions_not_stated',
  'no_vacant_position',
  'positions_held',
  'publicity_not_valid',
  'objection_open',
  'objection_unknown',
  'amount_mismatch',
  'date_in_future',
  'already_done',
  'originals_incomplete',
  'notice_too_short',
  'defense_not_held',
  'defense_pending',
  'experts_too_few',
  'score_invalid',
  'defense_clash',
  'slot_full',
  'slot_invalid',
  'plan_invalid',
  'committee_too_small',
  'tally_invalid',
  'quorum_not_met',
  'not_in_session',
  'motion_open',
  'nobody_leads',
  'led_already',
  'second_factor_failed',
  'deadline_unknown',
  'not_later',
  'extension_missing',
  'pause_not_planned',
  'pause_missing',
  'instant_inexact',
  'second_person_needed',
  'policy_not_in_order',
  'plan_not_filed',
  'results_not_filed',
  'outcomes_open',
  'applications_running',
  'committee_unknown',
  'counts_wrong',
  'step_not_parked',
  'step_not_skippable',
  'not_genuine',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The clause it rests on, as people cite it. */
  readonly clause: string;
  /** Chinese, for the person who acted: what is wrong and what to do. */
  readonly message: string;
  /** The same in English, or null. */
  readonly messageEn: string | null;
  /** The part of the request it is about, as a JSON path, or null when it is about the whole act. */
  readonly field: string | null;
  /** For a late or early act: the deadline that explains itself. */
  readonly deadline: Deadline | null;
  /** For a submission: everything that is missing, at once. */
  readonly missing: readonly MissingItem[];
}

/** Message for an act on a page that is not the newest. */
export const stalePage: BilingualText = {
  zh: '您看到的页面已不是最新状态，请查看最新情况后再办理。',
  en: 'The page you see is no longer up to date. Please look at how things stand now, then act.',
};

/** Message for an instant with a part of a millisecond. */
export const inexactInstant: BilingualText = {
  zh: '时间只能精确到毫秒，请按整毫秒重新提交。',
  en: 'A time is stated to the millisecond at most; please send it again without the rest.',
};

/** Message for a role that never does this. */
export const wrongRole: BilingualText = { zh: '您的角色不能办理这一事项。', en: 'Your role cannot do this.' };

/** Message for anybody but an operator who tries to repair a parked step. */
export const repairedByOperators: BilingualText = {
  zh: '只有运维人员可以处理待处理步骤。',
  en: 'Only operators can deal with parked steps.',
};

/** The refusal of what did not come through the product's own record and keys. */
export function notGenuine(): Refusal {
  return refuse('not_genuine', '运维规则', {
    zh: '这一事项与登记的收件不符，没有办理；系统管理员已收到提醒。',
    en: 'This does not agree with any registered act and was not carried out; the operators have been told.',
  });
}

/** A refusal; parts that are left out are null or empty. */
export function refuse(
  code: RefusalCode,
  clause: string,
  message: BilingualText,
  more: Partial<Pick<Refusal, 'field' | 'deadline' | 'missing'>> = {},
): Refusal {
  return {
    code,
    clause,
    message: message.zh,
    messageEn: message.en,
    field: null,
    deadline: null,
    missing: [],
    ...more,
  };
}
