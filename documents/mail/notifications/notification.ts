import type { Role } from '../../../rules/application/lifecycle.js';
import type {
  NotificationDetail,
  NotificationKind,
  NotificationSubject,
} from '../../../rules/notifications/notificationKinds.js';

/** Everything a letter about another matter is written from. */
export interface NotificationFacts extends NotificationSubject {
  readonly kind: NotificationKind;
  readonly to: Role;
  readonly detail: NotificationDetail;
}

/** What one kind of letter says; greeting, signature and frame are the same for all kinds. */
export interface NotificationContent {
  readonly title: string;
  /** What happened. */
  readonly happened: string;
  readonly reason?: string | null;
  /** What the reader is to do now. */
  readonly todo: string;
  /** Until when, in words; nothing where nothing has to be done by a day. */
  readonly until?: readonly string[];
  /** The page of the portal where it is done. */
  readonly path: string;
}

export type NotificationTemplate = (facts: NotificationFacts) => NotificationContent;
