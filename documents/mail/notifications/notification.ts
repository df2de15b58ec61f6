import type { Role } from '../../../rules/application/lifecycle.js';
import type {
  NotificationDetail,
  NotificationKind,
  NotificationSubject,
} from '../../../rules/notifications/notificationKinds.js';
import type { LetterDate } from '../terms.js';

/** The data of a notification letter. */
export interface NotificationFacts extends NotificationSubject {
  readonly kind: NotificationKind;
  readonly to: Role;
  readonly detail: NotificationDetail;
}

/** The text of one kind of letter; greeting, signature and frame are the same for all kinds. */
export interface NotificationContent {
  readonly title: string;
  /** What happened. */
  readonly happened: string;
  readonly reason?: string | null;
  /** What the reader is to do now. */
  readonly todo: string;
  /** Until when, as a date or as text; empty where nothing has to be done by a day. */
  readonly until?: readonly (LetterDate | string)[];
  /** The page of the portal where it is done. */
  readonly path: string;
}

export type NotificationTemplate = (facts: NotificationFacts) => NotificationContent;
