import { type Calendar, reasonNotWorking, rollForward } from '../../calendar/calendar.js';
import { dayInEnglish } from '../../calendar/dayLabels.js';
import { dueInDigits, formatDueZh, formatInstantZh, inDigits, localDateOf } from '../../calendar/instant.js';
import type { Policy } from '../policy.js';
import {
  departmentWindows,
  filingWindows,
  lastDayOf,
  type NamedWindow,
  windowsByCandidate,
  windowsOfCommittee,
  windowsOfDefenseFee,
} from '../policyWindows.js';
import { obligations } from '../stagePlan.js';
import type { LintFinding } from './lintFinding.js';

function finding(
  code: LintFinding['code'],
  severity: LintFinding['severity'],
  { path, clause, due }: NamedWindow,
  message: string,
  messageEn: string,
): LintFinding {
  return { code, severity, clause, date: lastDayOf({ due }), message, messageEn, path };
}

/** Every window of a campaign. */
const everyWindow = (policy: Policy): readonly NamedWindow[] => [
  ...filingWindows(policy),
  ...departmentWindows(policy),
  ...windowsOfCommittee(policy),
  ...windowsOfDefenseFee(policy),
];

/** Windows that close before they open. */
export function lintReversed(policy: Policy): readonly LintFinding[] {
  return everyWindow(policy)
    .filter(({ opens, due }) => due <= opens)
    .map((window) =>
      finding(
        'window_reversed',
        'error',
        window,
        `${window.zh}的截止时间${formatDueZh(window.due)}不晚于开始时间${formatDueZh(window.opens)}。`,
        `${window.en}: it ends at ${dueInDigits(window.due)}, and not after it begins, at ${inDigits(window.opens)}.`,
      ),
    );
}

interface Pair {
  readonly earlier: NamedWindow;
  readonly later: NamedWindow;
}

/** Each pair once: candidates of several kinds share windows. */
function distinct(pairs: readonly Pair[]): readonly Pair[] {
  const nameOf = ({ path, zh }: NamedWindow) => `${path} ${zh}`;
  return [...new Map(pairs.map((pair) => [`${nameOf(pair.earlier)} ${nameOf(pair.later)}`, pair])).values()];
}

/** Stages whose cutoffs, or ends, do not follow each other. */
export function lintOrder(policy: Policy): readonly LintFinding[] {
  const cutoffs = filingWindows(policy);
  const { paymentBeforeAudit, materialsBeforeAudit } = policy.stages;
  const beforeAudit = { payment: paymentBeforeAudit.value, materials: materialsBeforeAudit.value };
  // Fee and originals are told to the audit, before or after it, and not to each other.
  const orders = [
    ...cutoffs.slice(1).map((later, index) => ({ earlier: cutoffs[index], later })),
    ...windowsByCandidate(policy).flatMap((set) => [
      { earlier: cutoffs.at(-1), later: set.audit },
      ...windowsOfDefenseFee(policy).map((later) => ({ earlier: set.audit, later })),
      ...obligations.map((obligation) =>
        beforeAudit[obligation]
          ? { earlier: set[obligation], later: set.audit }
          : { earlier: set.audit, later: set[obligation] },
      ),
    ]),
  ];
  const pairs = orders.flatMap(({ earlier, later }) =>
    earlier && later && later.due < earlier.due ? [{ earlier, later }] : [],
  );
  return distinct([...pairs, ...lintDepartments(policy)]).map(({ earlier, later }) =>
    finding(
      'windows_out_of_order',
      'error',
      later,
      `${later.zh}截止于${formatDueZh(later.due)}，早于${earlier.zh}的截止时间${formatDueZh(earlier.due)}。`,
      `${later.en} ends at ${dueInDigits(later.due)}, before ${earlier.en.toLowerCase()} does, at ${dueInDigits(earlier.due)}.`,
    ),
  );
}

/** Cutoffs of single departments before that of the units, or after that of the committee. */
function lintDepartments(policy: Policy) {
  const filing = filingWindows(policy);
  const unit = filing.find(({ path }) => path === 'filing.unit');
  const committee = filing.at(-1);
  return departmentWindows(policy).flatMap((own) => [
    ...(unit && own.due < unit.due ? [{ earlier: unit, later: own }] : []),
    ...(committee && own.due > committee.due ? [{ earlier: own, later: committee }] : []),
  ]);
}

/** Committee windows that open before the previous stage is over: often intended. */
export function lintOverlaps(policy: Policy): readonly LintFinding[] {
  const committee = filingWindows(policy).at(-1);
  const pairs = windowsByCandidate(policy).flatMap((set) => [
    { earlier: committee, later: set.audit },
    ...obligations.map((obligation) => ({ earlier: set.audit, later: set[obligation] })),
  ]);
  const overlapping = pairs.flatMap(({ earlier, later }) =>
    earlier && later && later.opens < earlier.due && later.opens >= earlier.opens ? [{ earlier, later }] : [],
  );
  return distinct(overlapping).map(({ earlier, later }) => {
    const message = `${later.zh}${localDateOf(later.opens)}开始时，${earlier.zh}尚未截止（${formatDueZh(earlier.due)}）。`;
    const { path, clause } = later;
    const date = localDateOf(later.opens);
    const messageEn = `${later.en} begins on ${date}, before ${earlier.en.toLowerCase()} is over (${dueInDigits(earlier.due)}).`;
    return { code: 'windows_overlap', severity: 'info', clause, date, message, messageEn, path };
  });
}

/** A window for the originals in which the office never works. */
export function lintOriginals(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const windows = windowsOfCommittee(policy).filter(({ name, opens, due }) => {
    const worked = () => rollForward(calendar, localDateOf(opens)) <= lastDayOf({ due });
    return name === 'materials' && due > opens && !worked();
  });
  return windows.map((window) => {
    const message = `须报送原件，而${window.zh}时间（${formatInstantZh(window.opens)}至${formatDueZh(window.due)}）内没有工作日，无人收取。`;
    const messageEn = `Originals are asked for, and ${window.en.toLowerCase()}, from ${inDigits(window.opens)} to ${dueInDigits(window.due)}, has no working day on which anybody takes them.`;
    return finding('originals_without_window', 'warning', window, message, messageEn);
  });
}

/** Windows that end on a day off, with the working day they roll to or would roll to. */
export function lintHolidays(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const rolls = policy.rollToWorkingDay.value;
  return everyWindow(policy).flatMap((window) => {
    const last = lastDayOf(window);
    const reason = reasonNotWorking(calendar, last);
    if (reason === null) return [];
    const rolled = rollForward(calendar, last);
    const endsOn = `${window.en}: the last day, ${last}, is ${dayInEnglish(reason)}`;
    return rolls
      ? [
          finding(
            'window_ends_on_holiday',
            'info',
            window,
            `${window.zh}截止日${last}为${reason}，按政策顺延至${rolled}。`,
            `${endsOn}; by the policy it moves to ${rolled}.`,
          ),
        ]
      : [
          finding(
            'window_ends_on_holiday',
            'warning',
            window,
            `${window.zh}截止日${last}为${reason}，仍按通知写明的日期截止；若改为顺延，则为${rolled}。`,
            `${endsOn}; it stays as the notice fixes it. If it were to move, it would be ${rolled}.`,
          ),
        ];
  });
}
