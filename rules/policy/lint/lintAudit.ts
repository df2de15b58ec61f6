import { addWorkingDays, type Calendar } from '../../calendar/calendar.js';
import { addDays, formatInstantZh, inDigits, instantOf, type LocalDate, localDateOf } from '../../calendar/instant.js';
import type { Policy } from '../policy.js';
import { lastDayOf } from '../policyWindows.js';
import type { LintFinding } from './lintFinding.js';
import { firstArrival } from './lintPublicity.js';

/** The time the linter assumes for one audit. */
const workingDaysPerAudit = 1;

/** The day the last possible audit is done of an application that arrives at the cutoff and uses every submission. */
function lastAuditOn(policy: Policy, calendar: Calendar): LocalDate {
  const { days, count } = policy.correction.value;
  let date = localDateOf(
    Math.max(instantOf(policy.filing.committee.value) - 1, instantOf(policy.audit.value.opens) - 1),
  );
  for (let submission = 1; submission <= policy.maxSubmissions.value; submission += 1) {
    if (submission > 1) date = count === 'working' ? addWorkingDays(calendar, date, days).last : addDays(date, days);
    date = addWorkingDays(calendar, date, workingDaysPerAudit).last;
  }
  return date;
}

/** An audit that opens before anything can have arrived: often intended. */
export function lintEarlyAudit(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const { value, clause } = policy.audit;
  const opens = instantOf(value.opens);
  const first = firstArrival(policy, calendar);
  if (opens >= first) return [];
  const filing = instantOf(policy.filing.opens.value);
  const days = policy.stages.unitPublicity.value ? policy.unitPublicityWorkingDays.value : 0;
  const [by, byEn] =
    days > 0 ? [`，单位公示${days}个工作日`, ` and units post a publicity of ${days} working days`] : ['', ''];
  return [
    {
      code: 'audit_opens_before_arrivals',
      severity: 'info',
      clause,
      date: localDateOf(opens),
      message: `审核${formatInstantZh(opens)}开始，而最早要到${formatInstantZh(first)}才有申报到达评委会：申报${formatInstantZh(filing)}开始${by}。`,
      messageEn: `The audit begins at ${inDigits(opens)}, and nothing can reach the committee before ${inDigits(first)}: filing opens at ${inDigits(filing)}${byEn}.`,
      path: 'audit',
    },
  ];
}

/** Whether the audit window leaves room for every submission of an application that arrives at the cutoff. */
export function lintAudit(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const { value, clause } = policy.audit;
  const end = lastDayOf({ due: instantOf(value.due) });
  const needed = lastAuditOn(policy, calendar);
  if (needed <= end) return [];
  const message = `截止日到达的申报若用满${policy.maxSubmissions.value}次上报，最快${needed}才能审完，晚于审核截止日${end}。`;
  const messageEn = `An application that arrives on the last day and uses all ${policy.maxSubmissions.value} submissions can be audited by ${needed} at the earliest, after the audit ends on ${end}.`;
  return [
    { code: 'audit_window_too_short', severity: 'warning', clause, date: end, message, messageEn, path: 'audit' },
  ];
}
