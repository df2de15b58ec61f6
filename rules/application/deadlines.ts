import type { BilingualText } from '../bilingualText.js';
import { addWorkingDays, type Calendar, isProvisional, rollForward, type SkippedDay } from '../calendar/calendar.js';
import {
  addDays,
  endOfDay,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../calendar/instant.js';
import { type FilingTurn, filingCutoffOf } from '../policy/filingCutoffs.js';
import type { Policy, Ruled } from '../policy/policy.js';
import { windowOf } from '../policy/policyWindows.js';
import { policyOfRound } from '../policy/rounds.js';
import { outstanding } from '../policy/stagePlan.js';
import type { Deadline, MoveReason } from './deadline.js';
import type { Facts } from './facts.js';
import { lifecycle, type StatusLaw } from './lifecycle.js';

type Counted = Pick<Deadline, 'due' | 'clause' | 'rule' | 'countedFrom' | 'days' | 'skipped' | 'provisional'>;

/** A count that starts after a day; the day itself counts only where the policy says so. */
function countedFrom(start: LocalDate, policy: Policy): LocalDate {
  return policy.dayOfActCounts.value ? addDays(start, -1) : start;
}

/** The end of a period of working days that starts after `start`. */
export function workingDayPeriod(start: LocalDate, days: Ruled<number>, policy: Policy, calendar: Calendar): Counted {
  const from = countedFrom(start, policy);
  const { last, skipped } = addWorkingDays(calendar, from, days.value);
  return {
    due: endOfDay(last),
    clause: days.clause,
    rule: 'working_days',
    countedFrom: from,
    days: days.value,
    skipped,
    provisional: isProvisional(calendar, last) || skipped.some(({ date }) => isProvisional(calendar, date)),
  };
}

/** A date the notice fixes. It moves to the next working day only where the policy says so. */
export function asWritten(written: Instant, clause: string, policy: Policy, calendar: Calendar): Counted {
  const lastDay = localDateOf(written - 1);
  const rolled = policy.rollToWorkingDay.value ? rollForward(calendar, lastDay) : lastDay;
  const skipped: SkippedDay[] = [];
  for (let date = lastDay; date < rolled; date = addDays(date, 1)) skipped.push({ date, reason: '非工作日，顺延' });
  return {
    due: written + (startOfDay(rolled) - startOfDay(lastDay)),
    clause,
    rule: 'as_written',
    countedFrom: null,
    days: null,
    skipped,
    provisional: policy.rollToWorkingDay.value && isProvisional(calendar, rolled),
  };
}

function laterOf(one: Counted, other: Counted): Counted {
  return other.due > one.due ? other : one;
}

/** The fact a running deadline is counted from. Its absence is a defect of the table, not of an act. */
function known<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`the law runs a deadline counted from ${what}, which has not happened`);
  return value;
}

function filingCutoff(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const { turn }: StatusLaw = lifecycle[facts.status];
  const filer: FilingTurn = turn === 'applicant' || turn === 'unit' ? turn : 'department';
  const { value, clause } = filingCutoffOf(filer, { chain: facts.chain, level: facts.chainLevel }, policy);
  return asWritten(instantOf(value), clause, policy, calendar);
}

/** The date the notice fixes, or the days after the return where those end later. */
function correctionDue(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const counted = correctionPeriod(facts, policy, calendar);
  const until = policy.correctionUntil;
  return until ? laterOf(asWritten(instantOf(until.value), until.clause, policy, calendar), counted) : counted;
}

function correctionPeriod(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const { value, clause } = policy.correction;
  const returnedOn = localDateOf(known(facts.returnedAt, 'the return'));
  if (value.count === 'working') {
    return workingDayPeriod(returnedOn, { ...policy.correction, value: value.days }, policy, calendar);
  }
  const from = countedFrom(returnedOn, policy);
  const due = endOfDay(addDays(from, value.days));
  return {
    due,
    clause,
    rule: 'calendar_days',
    countedFrom: from,
    days: value.days,
    skipped: [],
    provisional: false,
  };
}

/**
 * The earlier deadline of what is still outstanding, payment or originals. Never earlier than the policy's working days
 * after acceptance: the applicant does not bear the committee's delay. Where there is no window, those days alone count.
 */
function paymentDue(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  // Where they come before the audit, from the arrival at the committee.
  const begunOn = localDateOf(known(facts.acceptedAt ?? facts.reportedAt, 'acceptance'));
  const grace = workingDayPeriod(begunOn, policy.paymentGraceWorkingDays, policy, calendar);
  const ends = outstanding(facts, policy).map((obligation) => {
    const window = windowOf(obligation, facts.profile, policy);
    return window ? laterOf(asWritten(instantOf(window.value.due), window.clause, policy, calendar), grace) : grace;
  });
  return ends.reduce((one, other) => (other.due < one.due ? other : one), ends[0] ?? grace);
}

/** The end of the fee's own window, and never sooner than its working days after the candidate came to the defense. */
function defenseFeeDue(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const begun = Math.max(...[facts.acceptedAt, facts.paidAt, facts.materialsAt].map((at) => at ?? 0));
  const { defenseFee } = policy;
  // An amendment may have taken the fee away from somebody who has come to it.
  const days = defenseFee ? { ...defenseFee, value: defenseFee.value.workingDays } : policy.paymentGraceWorkingDays;
  const grace = workingDayPeriod(localDateOf(begun), days, policy, calendar);
  const window = defenseFee?.value.window;
  return window ? laterOf(asWritten(instantOf(window.due), days.clause, policy, calendar), grace) : grace;
}

type Count = (facts: Facts, policy: Policy, calendar: Calendar) => Counted;

const publicityPeriod: Count = (facts, policy, calendar) => {
  const postedOn = localDateOf(known(facts.postedAt, 'the posting'));
  return workingDayPeriod(postedOn, policy.unitPublicityWorkingDays, policy, calendar);
};

const noticePeriod: Count = (facts, policy, calendar) => {
  const startedOn = known(facts.noticeFrom, 'the start of the notice');
  return workingDayPeriod(startedOn, policy.resultNoticeWorkingDays, policy, calendar);
};

interface DeadlineRow {
  readonly label: BilingualText;
  readonly count: Count;
  /** Which of the policy's reminders it has; null for a period that ends by itself. */
  readonly reminders: 'days' | 'hours' | null;
}

/** Every deadline of the law. */
const rows = {
  filing_cutoff: { label: { zh: '申报截止', en: 'Filing cutoff' }, count: filingCutoff, reminders: 'days' },
  publicity_period: {
    label: { zh: '单位公示期满', en: 'End of the unit publicity' },
    count: publicityPeriod,
    reminders: null,
  },
  correction_due: { label: { zh: '补正截止', en: 'Correction due' }, count: correctionDue, reminders: 'hours' },
  payment_due: {
    label: { zh: '评审手续截止', en: 'Formalities due' },
    count: paymentDue,
    reminders: 'days',
  },
  defense_fee_due: {
    label: { zh: '答辩费缴纳截止', en: 'Defense fee due' },
    count: defenseFeeDue,
    reminders: 'days',
  },
  notice_period: {
    label: { zh: '结果公示期满', en: 'End of the public notice' },
    count: noticePeriod,
    reminders: null,
  },
} as const satisfies Record<string, DeadlineRow>;
export type DeadlineName = keyof typeof rows;
export const deadlineNames = Object.keys(rows) as readonly DeadlineName[];

export const deadlineLabels = Object.fromEntries(deadlineNames.map((name) => [name, rows[name].label])) as Readonly<
  Record<DeadlineName, BilingualText>
>;

/** Which of the policy's reminders a deadline has, or null. */
export function remindersOf(name: DeadlineName): DeadlineRow['reminders'] {
  return rows[name].reminders;
}

/**
 * A notified deadline after a new count: the later of both. Once the calendar of its year is official, the deadline is no
 * longer provisional, even when the notified date stays.
 */
function neverShorter(previous: Deadline | null | undefined, fresh: Deadline): Deadline {
  if (!previous) return fresh;
  const recounted = previous.calendarVersion !== fresh.calendarVersion;
  if (fresh.due > previous.due || (recounted && fresh.due === previous.due)) return { ...fresh, moved: previous.moved };
  return recounted ? { ...previous, provisional: previous.provisional && fresh.provisional } : previous;
}

/**
 * The deadlines that run for these facts. A running deadline is never shortened: people keep at least the date they were
 * notified of.
 */
export function runningDeadlines(facts: Facts, pinned: Policy, calendar: Calendar): Facts['deadlines'] {
  const policy = policyOfRound(pinned, facts.round);
  const { deadlines }: StatusLaw = lifecycle[facts.status];
  return Object.fromEntries(
    deadlines.map((name) => {
      const counted = rows[name].count(facts, policy, calendar);
      const earlier = facts.deadlines[name];
      const met = !earlier && name === 'correction_due' ? facts.correctionMet : null;
      const fresh: Deadline = { name, ...counted, calendarVersion: calendar.version, moved: [] };
      return [name, met && met.due >= fresh.due ? met : neverShorter(earlier, fresh)];
    }),
  );
}

/** A deadline moved to a later instant, with the reason. */
export function moveDeadline(deadline: Deadline, due: Instant, why: MoveReason): Deadline {
  return { ...deadline, due, moved: [...deadline.moved, { from: deadline.due, to: due, why }] };
}
