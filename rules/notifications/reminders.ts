import type { Deadline } from '../application/deadline.js';
import { remindersOf } from '../application/deadlines.js';
import type { Facts } from '../application/facts.js';
import { lifecycle, type Role, type Status, type StatusLaw } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { addDays, day, endOfDay, hour, type Instant, instantOf, localDateOf } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import { windowOf } from '../policy/policyWindows.js';
import { policyOfRound } from '../policy/rounds.js';
import { outstanding } from '../policy/stagePlan.js';

/** Every kind of reminder, with its name in lists. */
export const reminderLabels = {
  reminder: { zh: '期限提醒', en: 'Reminder of a deadline' },
  window_open: { zh: '办理已开始', en: 'A window has opened' },
  audit_overdue: { zh: '审核已逾期', en: 'Audit overdue' },
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
  committee_audit: ({ profile }, policy) => {
    const audit = windowOf('audit', profile, policy);
    return audit ? [['audit_overdue', 'office', instantOf(audit.value.due)]] : [];
  },
  payment: (facts, policy) => {
    const windows = outstanding(facts, policy).flatMap(
      (obligation) => windowOf(obligation, facts.profile, policy) ?? [],
    );
    const openings = new Set(windows.map(({ value }) => instantOf(value.opens)));
    return [...openings].map((opens) => ['window_open', 'applicant', opens] as const);
  },
  entrusted: ({ entrustedAt, entrustedResult }, { entrustedReviewDays }) =>
    entrustedAt === null || entrustedResult !== null
      ? []
      : [['entrusted_overdue', 'office', endOfDay(addDays(localDateOf(entrustedAt), entrustedReviewDays.value))]],
  defense_payment: (_facts, { defenseFee }) => {
    const window = defenseFee?.value.window;
    return window ? [['window_open', 'applicant', instantOf(window.opens)]] : [];
  },
};

/** Every reminder of the present status, earliest first. The caller knows which have been sent. */
export function remindersIn(facts: Facts, pinned: Policy): readonly Reminder[] {
  const policy = policyOfRound(pinned, facts.round);
  const { turn }: StatusLaw = lifecycle[facts.status];
  if (turn === null || facts.tolledSince !== null) return [];
  const reminders = Object.values(facts.deadlines).flatMap((deadline) =>
    leadTimes(deadline, policy).map((lead) => reminder('reminder', turn, deadline.due - lead, deadline)),
  );
  const marks = milestones[facts.status]?.(facts, policy) ?? [];
  return [...reminders, ...marks.map(([kind, to, at]) => reminder(kind, to, at, null))].sort((a, b) => a.at - b.at);
}
