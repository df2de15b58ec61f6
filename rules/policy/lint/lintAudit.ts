import { addWorkingDays, type Calendar } from '../../calendar/calendar.js';
import {
  addDays,
  dueInDigits,
  formatDueZh,
  formatInstantZh,
  inDigits,
  instantOf,
  type LocalDate,
  localDateOf,
} from '../../calendar/instant.js';
import type { Policy } from '../policy.js';
import { lastDayOf, type NamedWindow, windowsOfCommittee } from '../policyWindows.js';
import type { LintFinding } from './lintFinding.js';
import { firstArrival } from './lintPublicity.js';

/** The time the linter assumes for one audit. */
const workingDaysPerAudit = 1;

/** The day the last possible audit is done of an application that arrives at the cutoff and uses every submission. */
function lastAuditOn({ opens }: NamedWindow, policy: Policy, calendar: Calendar): LocalDate {
  const { days, count } = policy.correction.value;
  const { correctionUntil } = policy;
  const until = correctionUntil && lastDayOf({ due: instantOf(correctionUntil.value) });
  let date = localDateOf(Math.max(instantOf(policy.filing.committee.value) - 1, opens - 1));
  for (let submission = 1; submission <= policy.maxSubmissions.value; submission += 1) {
    if (submission > 1) {
      date = count === 'working' ? addWorkingDays(calendar, date, days).last : addDays(date, days);
      if (until !== null && until > date) date = until;
    }
    date = addWorkingDays(calendar, date, workingDaysPerAudit).last;
  }
  return date;
}

/** An audit that opens before anything can have arrived: often intended. */
export function lintEarlyAudit(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const first = firstArrival(policy, calendar);
  const filing = instantOf(policy.filing.opens.value);
  const days = policy.stages.unitPublicity.value ? policy.unitPublicityWorkingDays.value : 0;
  const [by, byEn] =
    days > 0 ? [`，单位公示${days}个工作日`, ` and units post a publicity of ${days} working days`] : ['', ''];
  return auditsOf(policy)
    .filter(({ opens }) => opens < first)
    .map(({ zh, en, path, clause, opens }) => ({
      code: 'audit_opens_before_arrivals',
      severity: 'info',
      clause,
      date: localDateOf(opens),
      message: `${zh}${formatInstantZh(opens)}开始，而最早要到${formatInstantZh(first)}才有申报到达评委会：申报${formatInstantZh(filing)}开始${by}。`,
      messageEn: `${en} begins at ${inDigits(opens)}, and nothing can reach the committee before ${inDigits(first)}: filing opens at ${inDigits(filing)}${byEn}.`,
      path,
    }));
}

/** Whether the audit window leaves room for every submission of an application that arrives at the cutoff. */
export function lintAudit(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  return auditsOf(policy).flatMap((audit): LintFinding[] => {
    const { path, clause } = audit;
    const end = lastDayOf(audit);
    const needed = lastAuditOn(audit, policy, calendar);
    if (needed <= end) return [];
    const message = `截止日到达的申报若用满${policy.maxSubmissions.value}次上报，最快${needed}才能审完，晚于${audit.zh}截止日${end}。`;
    const messageEn = `An application that arrives on the last day and uses all ${policy.maxSubmissions.value} submissions can be audited by ${needed} at the earliest, after the audit ends on ${end}.`;
    return [{ code: 'audit_window_too_short', severity: 'warning', clause, date: end, message, messageEn, path }];
  });
}

/** A date for corrections that is over before any audit can return one: the days alone then count. */
export function lintCorrectionDate(policy: Policy): readonly LintFinding[] {
  const { correctionUntil, correction } = policy;
  const audits = auditsOf(policy);
  if (!correctionUntil || audits.length === 0) return [];
  const opens = Math.min(...audits.map((audit) => audit.opens));
  const due = instantOf(correctionUntil.value);
  if (due > opens) return [];
  const { days, count } = correction.value;
  return [
    {
      code: 'correction_date_idle',
      severity: 'warning',
      clause: correctionUntil.clause,
      date: lastDayOf({ due }),
      message: `补正截止于${formatDueZh(due)}，而审核${formatInstantZh(opens)}才开始：每次补正都按退回后${days}个${count === 'working' ? '工作日' : '自然日'}计算。`,
      messageEn: `Corrections are due at ${dueInDigits(due)}, before the audit begins at ${inDigits(opens)}: each is then due ${days} ${count} days after its return.`,
      path: 'correctionUntil',
    },
  ];
}

/** Every audit window, the campaign's and those of single committees and levels. */
function auditsOf(policy: Policy): readonly NamedWindow[] {
  return windowsOfCommittee(policy).filter(({ name }) => name === 'audit');
}
