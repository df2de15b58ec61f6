import type { CampaignDraft } from '../../records/campaign/campaignDrafts.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { draftPathOf } from '../../rules/policy/drafts/draftPaths.js';
import { amendedBy, policyOfDraft } from '../../rules/policy/drafts/draftValues.js';
import { filledPolicy } from '../../rules/policy/drafts/filledPolicy.js';
import { lintIncomplete } from '../../rules/policy/drafts/lintIncomplete.js';
import { lintCampaign } from '../../rules/policy/lint/linter.js';
import type { LintFinding } from '../../rules/policy/lint/lintFinding.js';
import type { Policy } from '../../rules/policy/policy.js';
import { unknownCodes } from '../../rules/policy/unknownCodes.js';
import { fieldError, fieldErrors } from '../http/fieldErrors.js';
import type { FieldError } from '../http/problem.js';
import { FirstPolicy } from '../policy/firstPolicy.js';
import { PolicyBody } from '../policy/policyBody.js';

/** What is wrong with a draft, and what the linter finds in it. */
export interface DraftCheck {
  /** By the path of the field in the policy. Empty: it can be created. */
  readonly errors: readonly FieldError[];
  readonly findings: readonly LintFinding[];
  /** The policy once nothing is wrong; null before. */
  readonly policy: Policy | null;
}

/**
 * Checks a draft by the schema that creation asks for, and by the linter as far as it is written; that of an amendment as
 * one of a campaign which is announced already.
 */
export function checkDraft(
  { basis, values }: Pick<CampaignDraft, 'basis' | 'values'>,
  now: Instant,
  calendarOf: (policy: Policy) => Calendar,
): DraftCheck {
  const amends = amendedBy(basis) !== null;
  const { data: policy, error } = (amends ? PolicyBody : FirstPolicy).safeParse(policyOfDraft(values));
  if (policy) {
    const state = amends ? 'open' : 'preparing';
    const findings = lintCampaign({ policy, calendar: calendarOf(policy), state }, now);
    return { errors: [], findings, policy };
  }
  const errors = fieldErrors(error);
  const lacking = lackingPaths(errors);
  const filled = filledPolicy(values, lacking);
  // Codes that do not fit each other are looked for only in a whole policy.
  const unknown = unknownCodes(filled)
    .map(({ path, zh, en }) => fieldError(path.join('.'), { zh, en }))
    .filter(({ field }) => !lacking.includes(draftPathOf(field) ?? field));
  const wrong = [...errors, ...unknown.filter(({ field }) => !errors.some((one) => one.field === field))];
  const left = lackingPaths(wrong);
  const whole = filledPolicy(values, left);
  return { errors: wrong, findings: lintIncomplete(whole, calendarOf(whole), left), policy: null };
}

function lackingPaths(errors: readonly FieldError[]): readonly string[] {
  return [...new Set(errors.flatMap(({ field }) => draftPathOf(field) ?? []))];
}
