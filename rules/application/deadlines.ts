import type { BilingualText } from '../bilingualText.js';
import type { Calendar } from '../calendar/calendar.js';
import { type Instant, instantOf, localDateOf, startOfDay } from '../calendar/instant.js';
import { pausesSince } from '../calendar/pauses.js';
import type { Policy } from '../policy/policy.js';
import { windowOf } from '../policy/policyWindows.js';
import { policyOfRound } from '../policy/rounds.js';
import { outstanding } from '../policy/stagePlan.js';
import { filingBegan, filingCutoff } from './counting/filingCutoff.js';
import { asWritten, type Counted, dayPeriod, laterOf, workingDayPeriod } from './counting/periods.js';
import type { Deadline } from './deadline.js';
import type { Facts } from './facts.js';
import { lifecycle, type StatusLaw } from './lifecycle.js';

/** The fact a running deadline is counted from. Its absence is a defect of the table, not of an act. */
function known<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`the law runs a deadline counted from ${what}, which has not happened`);
  return value;
}

/** The date the notice fixes, or the days after the return where those end later. */
function correctionDue(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const returnedAt = known(facts.returnedAt, 'the return');
  const pauses = pausesSince(facts.pauses, returnedAt);
  const counted = [policy.correction, ...(facts.promised?.corrections ?? [])]
    .map((period) => dayPeriod(localDateOf(returnedAt), period, policy, calendar, pauses))
    .reduce(laterOf);
  const until = policy.correctionUntil;
  return until ? laterOf(asWritten(instantOf(until.value), until.clause, policy, calendar, pauses), counted) : counted;
}

/** When payment, or what comes before the audit, began. */
const paymentBegan = ({ acceptedAt, reportedAt }: Facts): Instant => known(acceptedAt ?? reportedAt, 'acceptance');

/** The windows of what is still outstanding, payment or originals; null where there is none. */
function obligationWindows(facts: Facts, policy: Policy) {
  return outstanding(facts, policy).map((obligation) => windowOf(obligation, facts.profile, policy));
}

/**
 * The earlier deadline of what is still outstanding, payment or originals. Never earlier than the policy's working days
 * after acceptance: the applicant does not bear the committee's delay. Where there is no window, those days alone count.
 */
function paymentDue(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const began = paymentBegan(facts);
  const pauses = pausesSince(facts.pauses, began);
  const grace = workingDayPeriod(localDateOf(began), policy.paymentGraceWorkingDays, policy, calendar, pauses);
  const ends = obligationWindows(facts, policy).map((window) => {
    if (!window) return grace;
    const { opens, due } = window.value;
    const lost = pausesSince(pauses, instantOf(opens));
    return laterOf(asWritten(instantOf(due), window.clause, policy, calendar, lost), grace);
  });
  return ends.reduce((one, other) => (other.due < one.due ? other : one), ends[0] ?? grace);
}

/** When a candidate came to the fee of their defense. */
const defenseFeeBegan = ({ acceptedAt, paidAt, materialsAt }: Facts): Instant =>
  Math.max(...[acceptedAt, paidAt, materialsAt].map((at) => at ?? 0));

/** The end of the fee's own window, and never sooner than its working days after the candidate came to the defense. */
function defenseFeeDue(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const began = defenseFeeBegan(facts);
  const pauses = pausesSince(facts.pauses, began);
  const { defenseFee, paymentGraceWorkingDays } = policy;
  const stated = [...(defenseFee ? [defenseFee] : []), ...(facts.promised?.defenseFees ?? [])];
  const counts = stated.map(({ value: { workingDays, window }, clause }) => {
    const grace = workingDayPeriod(localDateOf(began), { value: workingDays, clause }, policy, calendar, pauses);
    if (!window) return grace;
    const lost = pausesSince(pauses, instantOf(window.opens));
    return laterOf(asWritten(instantOf(window.due), clause, policy, calendar, lost), grace);
  });
  // An amendment may have taken the fee away from somebody who has come to it.
  const [first = workingDayPeriod(localDateOf(began), paymentGraceWorkingDays, policy, calendar, pauses), ...others] =
    counts;
  return others.reduce(laterOf, first);
}

type Count = (facts: Facts, policy: Policy, calendar: Calendar) => Counted;

const publicityPeriod: Count = (facts, policy, calendar) => {
  const postedAt = known(facts.postedAt, 'the posting');
  const pauses = pausesSince(facts.pauses, postedAt);
  return workingDayPeriod(localDateOf(postedAt), policy.unitPublicityWorkingDays, policy, calendar, pauses);
};

const noticePeriod: Count = (facts, policy, calendar) => {
  const startedOn = known(facts.noticeFrom, 'the start of the notice');
  const pauses = pausesSince(facts.pauses, startOfDay(startedOn));
  return workingDayPeriod(startedOn, policy.resultNoticeWorkingDays, policy, calendar, pauses);
};

/** The instant since which a pause takes time from a deadline as it now runs. */
type Began = (facts: Facts, policy: Policy) => Instant;

const paymentTakenFrom: Began = (facts, policy) => {
  const began = paymentBegan(facts);
  if (facts.deadlines.payment_due?.rule !== 'as_written') return began;
  const opens = obligationWindows(facts, policy).map((window) => (window ? instantOf(window.value.opens) : began));
  return Math.max(began, Math.min(...opens));
};

const defenseFeeTakenFrom: Began = (facts, policy) => {
  const began = defenseFeeBegan(facts);
  const window = policy.defenseFee?.value.window;
  return window && facts.deadlines.defense_fee_due?.rule === 'as_written'
    ? Math.max(began, instantOf(window.opens))
    : began;
};

interface DeadlineRow {
  readonly label: BilingualText;
  readonly count: Count;
  readonly began: Began;
  /** Which of the policy's reminders it has; null for a period that ends by itself. */
  readonly reminders: 'days' | 'hours' | null;
}

/** Every deadline of the law. */
const rows = {
  filing_cutoff: {
    label: { zh: '申报截止', en: 'Filing cutoff' },
    count: filingCutoff,
    began: filingBegan,
    reminders: 'days',
  },
  publicity_period: {
    label: { zh: '单位公示期满', en: 'End of the unit publicity' },
    count: publicityPeriod,
    began: ({ postedAt }) => known(postedAt, 'the posting'),
    reminders: null,
  },
  correction_due: {
    label: { zh: '补正截止', en: 'Correction due' },
    count: correctionDue,
    began: ({ returnedAt }) => known(returnedAt, 'the return'),
    reminders: 'hours',
  },
  payment_due: {
    label: { zh: '评审手续截止', en: 'Formalities due' },
    count: paymentDue,
    began: paymentTakenFrom,
    reminders: 'days',
  },
  defense_fee_due: {
    label: { zh: '答辩费缴纳截止', en: 'Defense fee due' },
    count: defenseFeeDue,
    began: defenseFeeTakenFrom,
    reminders: 'days',
  },
  notice_period: {
    label: { zh: '结果公示期满', en: 'End of the public notice' },
    count: noticePeriod,
    began: ({ noticeFrom }) => startOfDay(known(noticeFrom, 'the start of the notice')),
    reminders: null,
  },
} satisfies Record<string, DeadlineRow>;
export type DeadlineName = keyof typeof rows;
export const deadlineNames = Object.keys(rows) as readonly DeadlineName[];

export const deadlineLabels = Object.fromEntries(deadlineNames.map((name) => [name, rows[name].label])) as Readonly<
  Record<DeadlineName, BilingualText>
>;

/** Which of the policy's reminders a deadline has, or null. */
export function remindersOf(name: DeadlineName): DeadlineRow['reminders'] {
  return rows[name].reminders;
}

/** The instant since which a pause takes time from a running deadline. */
export function beganAt(name: DeadlineName, facts: Facts, policy: Policy): Instant {
  return rows[name].began(facts, policy);
}

/**
 * A notified deadline after a new count: the later of both. Once the calendar of its year is official, the deadline is no
 * longer provisional, even when the notified date stays.
 */
function neverShorter(previous: Deadline | null | undefined, fresh: Deadline): Deadline {
  if (!previous) return fresh;
  if (fresh.due >= previous.due) return { ...fresh, moved: previous.moved };
  const recounted = previous.calendarVersion !== fresh.calendarVersion;
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
      const fresh: Deadline = { name, calendarVersion: calendar.version, moved: [], ...counted };
      return [name, met && met.due >= fresh.due ? met : neverShorter(earlier, fresh)];
    }),
  );
}
