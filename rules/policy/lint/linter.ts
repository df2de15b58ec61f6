import type { Calendar } from '../../calendar/calendar.js';
import type { Instant } from '../../calendar/instant.js';
import type { CampaignState } from '../../campaign/campaignStates.js';
import { fieldsByPath } from '../fieldsByPath.js';
import type { Policy } from '../policy.js';
import { policyValues } from '../policyValues.js';
import { lintAbsent } from './lintAbsent.js';
import { lintAudit, lintCorrectionDate, lintEarlyAudit } from './lintAudit.js';
import { lintCommittees } from './lintCommittees.js';
import { lintContact } from './lintContact.js';
import type { LintFinding } from './lintFinding.js';
import { lintLevels } from './lintLevels.js';
import { lintNational } from './lintNational.js';
import { lintClauses, lintEducationYears, lintPast } from './lintNotice.js';
import { lintPositions } from './lintPositions.js';
import { lintApplicantCutoff, lintPublicity } from './lintPublicity.js';
import { lintQuota } from './lintQuota.js';
import { lintLaterRounds, lintRoundOrder } from './lintRounds.js';
import { lintDayBefore, lintUnstated } from './lintUnstated.js';
import { lintHolidays, lintOrder, lintOriginals, lintOverlaps, lintReversed } from './lintWindows.js';
import { lintRegion, lintYears } from './lintYears.js';

/** Values nobody has confirmed: a campaign does not open until a person has confirmed each. */
function lintUnconfirmed(policy: Policy): readonly LintFinding[] {
  return policyValues(policy)
    .filter(([, { confirmed }]) => !confirmed)
    .map(([path, { clause }]) => ({
      code: 'value_unconfirmed',
      severity: 'error',
      clause,
      date: null,
      message: `“${fieldsByPath[path]?.zh ?? path}”尚未经评委会办事机构确认（${clause}）。`,
      messageEn: `“${fieldsByPath[path]?.en ?? path}” has not been confirmed by the committee office yet (${clause}).`,
      path,
    }));
}

/** Checks of dates, which each round has of its own. */
const dated = [
  lintReversed,
  lintOrder,
  lintOverlaps,
  lintHolidays,
  lintOriginals,
  lintDayBefore,
  lintUnstated,
  lintPublicity,
  lintApplicantCutoff,
  lintAudit,
  lintEarlyAudit,
  lintCorrectionDate,
] as const;

/** Every trap in a campaign, with its date, before it opens. A campaign opens only when none of them is an `error`. */
export function lint(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  return [
    ...dated.flatMap((check) => check(policy, calendar)),
    ...lintRoundOrder(policy),
    ...lintLaterRounds(dated, policy, calendar),
    ...lintAbsent(policy),
    ...lintQuota(policy),
    ...lintPositions(policy),
    ...lintContact(policy),
    ...lintLevels(policy),
    ...lintCommittees(policy),
    ...lintNational(policy),
    ...lintClauses(policy),
    ...lintEducationYears(policy),
    ...lintYears(policy, calendar),
    ...lintRegion(policy, calendar),
    ...lintUnconfirmed(policy),
  ];
}

/** The same for a campaign at an instant: one that is still to be announced must not have dates in the past. */
export function lintCampaign(
  { policy, calendar, state }: { readonly policy: Policy; readonly calendar: Calendar; readonly state: CampaignState },
  now: Instant,
): readonly LintFinding[] {
  return [...(state === 'preparing' ? lintPast(policy, now) : []), ...lint(policy, calendar)];
}

/** Whether a campaign may open: nothing in it is wrong, and every value is confirmed. */
export function mayOpen(findings: readonly LintFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}
