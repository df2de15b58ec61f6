import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { lint } from '../../../rules/policy/linter.js';
import type { LintFinding } from '../../../rules/policy/lintFinding.js';
import type { Policy } from '../../../rules/policy/policy.js';

/** What the linter finds in a policy that nobody has created yet, on the calendar it would be counted on. */
export function lintDraft(policy: unknown): readonly LintFinding[] {
  const draft = policy as Policy;
  return lint(draft, campaignCalendar(draft.year));
}
