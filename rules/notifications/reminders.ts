import type { Deadline } from '../application/deadline.js';
import { remindersOf } from '../application/deadlines.js';
import type { Facts } from '../application/facts.js';
import { lifecycle, type Role, type Status, type StatusLaw } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { day, hour, type Instant, instantOf } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import { windowOf } from '../policy/policyWindows.js';
import { asPromised } from '../policy/promised.js';
import { policyOfRound } from '../policy/rounds.js';
import { outstanding } from '../policy/stagePlan.js';
import { alarmsOf, tellingsOf } from './alarms.js';

/** Every kind of reminder, with its name in lists. */
export const reminderLabels = {
  reminder: { zh: '期限提醒', en: 'Reminder of a deadline' },
  window_open: { zh: '办理已开始', en: 'A window has opened' },
  audit_overdue: { zh: '审核已逾期', en: 'Audit overdue' },
  pause_overdue: { zh: '期限中止超过计划', en: 'A pause runs longer than planned' },
  objection_overdue: { zh: '异议逾期未办结', en: 'An objection is still open' },
  correction_review_overdue: { zh: '补正待单位复核', en: 'A correction waits for the unit' },
  defense_overdue: { zh: '答辩逾期未办', en: 'A defense is still to be held' },
  review_overdue: { zh: '逾期未提交评审会', en: 'The meeting is still to decide' },
  posting_overdue: { zh: '单位尚未确认公示', en: 'The unit has not confirmed its posting' },
  entrusted_overdue: { zh: '委托评审结果未返回', en: 'No result of an entrusted review' },
} as const satisfies Record<string, BilingualText>;
export type ReminderKind = keyof typeof reminderLabels;
export const reminderKinds = Object.keys(reminderLabels) as readonly ReminderKind[];

/** A letter to be sent at an instant, without a transition. */
export interface Reminder {
  /** The same reminder always has the same key, so that it is sent once. */
  readonly key: string;
  readonly kind: ReminderKind;
  readonly to: Role;
  readonly at: Instant;
  /** The deadline a reminder is about. */
  readonly deadline: Deadline | null;
}

function reminder(kind: ReminderKind, to: Role, at: Instant, deadline: Deadline | null): Reminder {
  return { key: `${kind}:${deadline?.name ?? ''}:${at}`, kind, to, at, deadline };
}

/** How long before a deadline its reminders are sent. */
function leadTimes({ name }: Deadline, { reminders }: Policy): readonly Instant[] {
  switch (remindersOf(name)) {
    case 'hours':
      return reminders.correctionHoursBefore.value.map((hours) => hours * hour);
    case 'days':
      return reminders.daysBefore.value.map((days) => days * day);
    case null:
      return [];
  }
}

/** Periods whose opening or end somebody is reminded of in a status. */
type Milestones = (facts: Facts, policy: Policy) => readonly (readonly [ReminderKind, Role, Instant])[];
const milestones: Readonly<Partial<Record<Status, Milestones>>> = {
  draft: (_facts, { filing }) => [['window_open', 'applicant', instantOf(filing.opens.value)]],
  payment: (facts, policy) => {
    const windows = outstanding(facts, policy).flatMap(
      (obligation) => windowOf(obligation, facts.profile, policy) ?? [],
    );
    const openings = new Set(windows.map(({ value }) => instantOf(value.opens)));
    return [...openings].map((opens) => ['window_open', 'applicant', opens] as const);
  },
  defense_payment: (_facts, { defenseFee }) => {
    const window = defenseFee?.value.window;
    return window ? [['window_open', 'applicant', instantOf(window.opens)]] : [];
  },
};

/** What is told of something that stands still. */
function alarmReminders(facts: Facts, policy: Policy): readonly Reminder[] {
  return alarmsOf(facts, policy).flatMap((alarm) =>
    tellingsOf(alarm, policy).map(([to, at]): Reminder => {
      const kind = `${alarm.kind}_overdue` as const;
      return { key: `${kind}:${to}:${at}`, kind, to, at, deadline: null };
    }),
  );
}

/**
 * Every reminder of the present status, earliest first; they go on while the deadlines stand still. The caller knows which
 * have been sent.
 */
export function remindersIn(facts: Facts, pinned: Policy): readonly Reminder[] {
  const policy = asPromised(policyOfRound(pinned, facts.round), facts);
  const { turn }: StatusLaw = lifecycle[facts.status];
  if (turn === null) return [];
  const { tolledSince } = facts;
  const reminders = Object.values(facts.deadlines).flatMap((deadline) =>
    leadTimes(deadline, policy).map((lead) => {
      const told = tolledSince === null ? deadline : { ...deadline, pausedSince: tolledSince };
      return reminder('reminder', turn, deadline.due - lead, told);
    }),
  );
  const marks = milestones[facts.status]?.(facts, policy) ?? [];
  return [
    ...reminders,
    ...marks.map(([kind, to, at]) => reminder(kind, to, at, null)),
    ...alarmReminders(facts, policy),
  ].sort((a, b) => a.at - b.at);
}
