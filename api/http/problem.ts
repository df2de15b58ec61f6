import { explain, labelOfDeadline } from '../../rules/application/deadline.js';
import type { EventName, Role } from '../../rules/application/lifecycle.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { dayInEnglish } from '../../rules/calendar/dayLabels.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import type { MissingItem } from '../../rules/dossier/dossier.js';
import type { Refusal, RefusalCode } from '../../rules/refusal.js';

/** Refusals of the API itself, before or instead of the law's. */
export type ApiProblemCode =
  | 'not_signed_in'
  | 'sign_in_failed'
  | 'sign_in_incomplete'
  | 'second_factor_needed'
  | 'password_expired'
  | 'password_weak'
  | 'link_invalid'
  | 'mail_unreachable'
  | 'origin_refused'
  | 'signature_invalid'
  | 'not_permitted'
  | 'not_found'
  | 'body_malformed'
  | 'body_too_large'
  | 'body_too_slow'
  | 'offset_mismatch'
  | 'checksum_mismatch'
  | 'body_invalid'
  | 'key_invalid'
  | 'key_reused'
  | 'not_editable'
  | 'campaign_closed'
  | 'already_there'
  | 'policy_changed'
  | 'papers_given'
  | 'paper_invalid'
  | 'paper_not_ready'
  | 'paper_unprintable'
  | 'file_refused'
  | 'scan_unavailable'
  | 'paper_service_unavailable'
  | 'too_many_requests'
  | 'internal'
  | 'database_unreachable'
  | 'record_broken'
  | 'engine_unreachable';
export type ProblemCode = RefusalCode | ApiProblemCode;

/** The one table from code to HTTP: 403 not yours, 409 not now, 422 not like this. */
export const statusOf = {
  role_not_allowed: 403,
  not_yours: 403,
  own_application: 403,
  second_person_needed: 403,
  event_not_allowed: 409,
  already_final: 409,
  stale_page: 409,
  window_not_open: 409,
  deadline_passed: 409,
  tolled: 409,
  not_tolled: 409,
  submissions_used_up: 409,
  positions_not_stated: 409,
  no_vacant_position: 409,
  positions_held: 409,
  publicity_not_valid: 409,
  objection_open: 409,
  already_done: 409,
  defense_not_held: 409,
  defense_pending: 409,
  extension_missing: 409,
  pause_missing: 409,
  policy_not_in_order: 409,
  plan_not_filed: 409,
  results_not_filed: 409,
  outcomes_open: 409,
  applications_running: 409,
  committee_unknown: 422,
  counts_wrong: 422,
  step_not_parked: 409,
  free_text_missing: 422,
  defects_missing: 422,
  defects_unanswered: 422,
  not_eligible: 422,
  sanctioned: 422,
  dossier_incomplete: 422,
  attachments_missing: 422,
  photo_missing: 422,
  posting_not_confirmed: 409,
  objection_unknown: 422,
  amount_mismatch: 422,
  date_in_future: 422,
  originals_incomplete: 422,
  notice_too_short: 422,
  experts_too_few: 422,
  score_invalid: 422,
  defense_clash: 409,
  slot_full: 409,
  slot_invalid: 422,
  plan_invalid: 422,
  committee_too_small: 422,
  tally_invalid: 422,
  quorum_not_met: 422,
  not_in_session: 409,
  motion_open: 409,
  nobody_leads: 409,
  led_already: 409,
  second_factor_failed: 422,
  deadline_unknown: 422,
  not_later: 422,
  pause_not_planned: 422,
  instant_inexact: 422,
  step_not_skippable: 422,
  not_genuine: 409,
  clock_ahead: 503,
  not_signed_in: 401,
  sign_in_failed: 401,
  password_expired: 401,
  sign_in_incomplete: 403,
  second_factor_needed: 403,
  password_weak: 422,
  link_invalid: 422,
  mail_unreachable: 503,
  signature_invalid: 401,
  origin_refused: 403,
  not_permitted: 403,
  not_found: 404,
  body_malformed: 400,
  key_invalid: 400,
  not_editable: 409,
  campaign_closed: 409,
  already_applied: 409,
  already_there: 409,
  policy_changed: 409,
  papers_given: 409,
  paper_invalid: 422,
  paper_not_ready: 409,
  paper_unprintable: 422,
  body_too_large: 413,
  body_too_slow: 408,
  offset_mismatch: 409,
  // tus 1.0.0, extension checksum
  checksum_mismatch: 460,
  body_invalid: 422,
  key_reused: 422,
  file_refused: 422,
  scan_unavailable: 503,
  paper_service_unavailable: 503,
  too_many_requests: 429,
  internal: 500,
  database_unreachable: 503,
  record_broken: 503,
  engine_unreachable: 503,
} as const satisfies Record<ProblemCode, number>;

const titles: Readonly<Record<number, BilingualText>> = {
  400: { zh: '请求格式有误', en: 'The request is malformed' },
  401: { zh: '请先登录', en: 'Please sign in' },
  403: { zh: '无权办理', en: 'You may not do this' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '现在不能办理', en: 'Not possible now' },
  413: { zh: '内容过大', en: 'Too large' },
  422: { zh: '内容不符合要求', en: 'Not as it has to be' },
  460: { zh: '传输中出错', en: 'Damaged on its way' },
  429: { zh: '操作过于频繁', en: 'Too many requests' },
  500: { zh: '系统内部错误', en: 'Something went wrong' },
  503: { zh: '系统暂时不可用', en: 'Not available at the moment' },
};
const otherwise: BilingualText = { zh: '办理失败', en: 'It did not work' };

/** One field that is not as it must be: path in the body, and what to do. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
  readonly messageEn: string;
}
/** What happened to an application since the caller last looked. */
export interface Happened {
  readonly seq: number;
  readonly event: EventName;
  readonly label: string;
  readonly labelEn: string;
  readonly role: Role;
  readonly at: string;
}
interface Parts {
  readonly clause?: string | null;
  readonly field?: string | null;
  readonly deadline?: Refusal['deadline'];
  readonly missing?: readonly MissingItem[];
  readonly errors?: readonly FieldError[];
  readonly happened?: readonly Happened[];
  readonly receivedAt?: Instant;
  readonly retryAfterSeconds?: number;
}

/** Thrown by routes; the error handler renders it. Its texts are for the person who acted. */
export class Problem extends Error {
  readonly status: number;
  constructor(
    readonly code: ProblemCode,
    readonly label: BilingualText,
    readonly parts: Parts = {},
  ) {
    super(label.zh);
    this.status = statusOf[code];
  }
}

/** The text of a refusal; one without English repeats the Chinese. */
export function labelsOf({ message: zh, messageEn }: Pick<Refusal, 'message' | 'messageEn'>): BilingualText {
  return { zh, en: messageEn ?? zh };
}

/** A refusal of the law as the problem the caller sees. */
export function problemOf(refusal: Refusal, more: Parts = {}): Problem {
  const { code, clause, field, deadline, missing } = refusal;
  return new Problem(code, labelsOf(refusal), { clause, field, deadline, missing, ...more });
}

/** What a button that cannot be pressed says. */
export function refusalBody(refusal: Refusal) {
  const { zh: detail, en: detailEn } = labelsOf(refusal);
  return { code: refusal.code, clause: refusal.clause, detail, detailEn };
}

/** The `application/problem+json` body; instants are in Beijing time. */
export function problemBody(problem: Problem): Record<string, unknown> {
  const { clause = null, field = null, deadline, missing = [], errors = [], happened = [], receivedAt } = problem.parts;
  const title = titles[problem.status] ?? otherwise;
  return {
    type: `/docs#problem-${problem.code}`,
    title: title.zh,
    titleEn: title.en,
    status: problem.status,
    code: problem.code,
    detail: problem.label.zh,
    detailEn: problem.label.en,
    clause,
    field,
    deadline: deadline ? deadlineBody(deadline) : null,
    missing: missing.map((item) => ({ ...item, messageEn: item.messageEn ?? item.message })),
    errors,
    happened,
    ...(receivedAt === undefined ? {} : { receivedAt: isoInBeijing(receivedAt) }),
  };
}

/** A deadline as the API shows it: what it is called, when, why, and how it was counted. */
export function deadlineBody(
  deadline: NonNullable<Refusal['deadline']>,
  label: BilingualText = labelOfDeadline(deadline),
): Record<string, unknown> {
  const { due, moved, skipped, ...rest } = deadline;
  const { zh, en } = explain(deadline, label);
  return {
    ...rest,
    label: { zh: label.zh, en: label.en },
    due: isoInBeijing(due),
    moved: moved.map(({ from, to, why }) => ({ from: isoInBeijing(from), to: isoInBeijing(to), why })),
    skipped: skipped.map(({ date, reason }) => ({ date, reason, reasonEn: dayInEnglish(reason) })),
    explanation: zh,
    explanationEn: en,
  };
}
