import { campaignCalendar } from '../../rules/campaignCalendar.js';
import { lint } from '../../rules/linter.js';
import type { LintFinding } from '../../rules/lintFinding.js';
import type { Policy } from '../../rules/policy.js';

/** What the linter finds in a policy that nobody has created yet, on the calendar it would be counted on. */
export function lintDraft(policy: unknown): readonly LintFinding[] {
  const draft = policy as Policy;
  return lint(draft, campaignCalendar(draft.year));
}
