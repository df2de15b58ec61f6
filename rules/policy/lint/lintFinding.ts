import type { BilingualText } from '../../bilingualText.js';
import type { LocalDate } from '../../calendar/instant.js';

export const lintCodes = [
  'window_reversed',
  'windows_out_of_order',
  'windows_overlap',
  'window_ends_on_holiday',
  'no_safe_publicity_day',
  'last_safe_publicity_day',
  'applicant_cutoff_too_late',
  'day_before_unclear',
  'opening_not_stated',
  'hour_not_stated',
  'quota_without_numbers',
  'audit_window_too_short',
  'window_absent',
  'correction_date_idle',
  'audit_opens_before_arrivals',
  'originals_without_window',
  'positions_without_clause',
  'contact_missing',
  'level_without_fee',
  'level_without_committee',
  'specialty_without_committee',
  'specialty_in_two_committees',
  'committee_specialty_unknown',
  'committee_size_even',
  'committee_size_below_minimum',
  'criteria_weights_wrong',
  'below_national_rule',
  'public_notice_missing',
  'date_past',
  'clause_of_another_notice',
  'education_years_wrong',
  'year_not_announced',
  'region_not_announced',
  'value_unconfirmed',
  'proof_running',
  'proof_holds',
  'proof_fails',
] as const;
export type LintCode = (typeof lintCodes)[number];

/** An `error` keeps the campaign from opening. */
export const lintSeverities = ['error', 'warning', 'info'] as const;
export type LintSeverity = (typeof lintSeverities)[number];
export const lintSeverityLabels: Readonly<Record<LintSeverity, BilingualText>> = {
  error: { zh: '须处理', en: 'Error' },
  warning: { zh: '注意', en: 'Warning' },
  info: { zh: '提示', en: 'Note' },
};

/** One trap in a campaign, named with its date. */
export interface LintFinding {
  readonly code: LintCode;
  readonly severity: LintSeverity;
  readonly clause: string;
  /** The day it is about; null when it is about no day. */
  readonly date: LocalDate | null;
  readonly message: string;
  readonly messageEn: string;
  /** Path of the policy value it is about, `filing.committee`; null when it is about several. */
  readonly path: string | null;
}
