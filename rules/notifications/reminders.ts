import type { Deadline } from '../application/deadline.js';
import type { Facts } from '../application/facts.js';
import { lifecycle, type Role, type Status, type StatusLaw } from '../application/lifecycle.js';
import { day, hour, type Instant, instantOf } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';

export const reminderKinds = ['reminder', 'window_open', 'audit_overdue'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Something to tell a person at an instant, that moves nothing. */
export interface Reminder {
  /** The same alert always has the same key, so that it is sent once. */
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

/** Deadlines that ask somebody to act; a period that merely ends is nobody's to meet. */
function leadTimes(deadline: Deadline, policy: Policy): readonly Instant[] {
  const { daysBefore, correctionHoursBefore } = policy.reminders;
  switch (deadline.name) {
    case 'correction_due':
      return correctionHoursBefore.value.map((hours) => hours * hour);
    case 'filing_cutoff':
    case 'payment_due':
      return daysBefore.value.map((days) => days * day);
    case 'publicity_period':
    case 'notice_period':
      return [];
  }
}

/** Windows whose opening or end somebody wants to hear of while the application stands in a status. */
const milestones: Readonly<Partial<Record<Status, (policy: Policy) => readonly [ReminderKind, Role, Instant][]>>> = {
  draft: ({ filing }) => [['window_open', 'applicant', instantOf(filing.opens.value)]],
  committee_audit: ({ audit }) => [['audit_overdue', 'office', instantOf(audit.value.due)]],
  payment: ({ payment }) => [['window_open', 'applicant', instantOf(payment.value.opens)]],
};

/** Every alert of the present status, earliest first; which of them have been sent already is the caller's to know. */
export function remindersIn(facts: Facts, policy: Policy): readonly Reminder[] {
  const { turn }: StatusLaw = lifecycle[facts.status];
  if (turn === null || facts.tolledSince !== null) return [];
  const reminders = Object.values(facts.deadlines).flatMap((deadline) =>
    leadTimes(deadline, policy).map((lead) => reminder('reminder', turn, deadline.due - lead, deadline)),
  );
  const marks = milestones[facts.status]?.(policy) ?? [];
  return [...reminders, ...marks.map(([kind, to, at]) => reminder(kind, to, at, null))].sort((a, b) => a.at - b.at);
}
