import type { Transition } from '../../rules/application/act.js';
import type { Deadline } from '../../rules/application/deadline.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Reminder, ReminderKind } from '../../rules/notifications/reminders.js';
import type { LetterRequest, TransitionLetterKind } from '../../rules/notifications/transitionLetters.js';
import { scopeOf } from './recipientScope.js';

/** The outbox row of a letter: no text, no address, no name. */
export interface Letter {
  readonly kind: TransitionLetterKind | ReminderKind;
  readonly role: Role;
  /** The person, unit, department or campaign the role was bound to at that moment. */
  readonly scope: string;
  /** Unique in the application, and the first part of the mail's Message-ID. */
  readonly key: string;
  /** Of a reminder: its instant and deadline. Other letters are rendered from their event. */
  readonly detail: { readonly at?: number; readonly deadline?: Deadline | null };
}

/** The letter of a transition; `facts` are those after it. */
export function letterOf({ kind, to }: LetterRequest, { seq }: Transition, facts: Facts): Letter {
  return { kind, role: to, scope: scopeOf(to, facts), key: `${seq}.${kind}.${to}`, detail: {} };
}

/** The letter of a reminder. */
export function reminderLetterOf({ key, kind, to, at, deadline }: Reminder, facts: Facts): Letter {
  return { kind, role: to, scope: scopeOf(to, facts), key, detail: { at, deadline } };
}
