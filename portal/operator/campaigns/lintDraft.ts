import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import type { LintFinding } from '../../../rules/policy/lint/lintFinding.js';
import type { Policy } from '../../../rules/policy/policy.js';

/** The linter's findings on a policy not yet created, with its calendar. */
export function lintDraft(policy: unknown): readonly LintFinding[] {
  const draft = policy as Policy;
  return lint(draft, campaignCalendar(draft));
}
