import type { Transition } from '../../rules/application/act.js';
import type { Deadline } from '../../rules/application/deadline.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Reminder, ReminderKind } from '../../rules/notifications/reminders.js';
import type { LetterRequest, TransitionLetterKind } from '../../rules/notifications/transitionLetters.js';
import { scopeOf } from './recipientScope.js';

/** What an outbox row holds of a letter to be written: no text, no address, no name. */
export interface Letter {
  readonly kind: TransitionLetterKind | ReminderKind;
  readonly role: Role;
  /** The person, unit, department or campaign that held the role's turn at that moment. */
  readonly scope: string;
  /** Unique in the application, and the first part of the mail's Message-ID. */
  readonly key: string;
  /** Of an alert: when and about which deadline. A notice tells what its event holds. */
  readonly detail: { readonly at?: number; readonly deadline?: Deadline | null };
}

/** The letter a transition causes; `facts` are those after it. */
export function letterOf({ kind, to }: LetterRequest, { seq }: Transition, facts: Facts): Letter {
  return { kind, role: to, scope: scopeOf(to, facts), key: `${seq}.${kind}.${to}`, detail: {} };
}

/** The letter of an alert. */
export function reminderLetterOf({ key, kind, to, at, deadline }: Reminder, facts: Facts): Letter {
  return { kind, role: to, scope: scopeOf(to, facts), key, detail: { at, deadline } };
}
