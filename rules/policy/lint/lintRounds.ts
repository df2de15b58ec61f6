import type { Calendar } from '../../calendar/calendar.js';
import { dueInDigits, formatDueZh, formatInstantZh, inDigits, instantOf } from '../../calendar/instant.js';
import type { Policy } from '../policy.js';
import { lastDayOf } from '../policyWindows.js';
import { namedRounds } from '../rounds.js';
import type { LintFinding } from './lintFinding.js';

/** Rounds that do not follow each other: applications are started in the first that is still open. */
export function lintRoundOrder(policy: Policy): readonly LintFinding[] {
  const rounds = namedRounds(policy);
  return rounds.slice(1).flatMap(({ label, policy: own }, index): LintFinding[] => {
    const before = rounds[index];
    if (!label || !before?.label) return [];
    const { opens, committee } = own.filing;
    const [begun, cutoff] = [instantOf(opens.value), instantOf(before.policy.filing.committee.value)];
    if (instantOf(committee.value) > cutoff && begun >= instantOf(before.policy.filing.opens.value)) return [];
    return [
      {
        code: 'windows_out_of_order',
        severity: 'error',
        clause: committee.clause,
        date: lastDayOf({ due: instantOf(committee.value) }),
        message: `${label.zh}批次（${formatInstantZh(begun)}至${formatDueZh(instantOf(committee.value))}）没有排在${before.label.zh}批次之后（${formatDueZh(cutoff)}截止）。`,
        messageEn: `The round “${label.en}”, from ${inDigits(begun)} to ${dueInDigits(instantOf(committee.value))}, does not follow the round “${before.label.en}”, which ends at ${dueInDigits(cutoff)}.`,
        path: 'rounds',
      },
    ];
  });
}

type Check = (policy: Policy, calendar: Calendar) => readonly LintFinding[];

/** What these checks find in the dates of later rounds, each with the name of its round. */
export function lintLaterRounds(checks: readonly Check[], policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const ofFirst = new Set(checks.flatMap((check) => check(policy, calendar).map(({ message }) => message)));
  return namedRounds(policy)
    .slice(1)
    .flatMap(({ label, policy: own }) =>
      checks
        .flatMap((check) => check(own, calendar))
        .filter(({ message }) => !ofFirst.has(message))
        .map((finding) => ({
          ...finding,
          path: 'rounds',
          message: `${label?.zh ?? ''}：${finding.message}`,
          messageEn: `${label?.en ?? ''}: ${finding.messageEn}`,
        })),
    );
}
