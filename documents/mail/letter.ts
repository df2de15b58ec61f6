import type { Transition } from '../../rules/application/act.js';
import type { Deadline } from '../../rules/application/deadline.js';
import type { Profile } from '../../rules/application/facts.js';
import type { Role, Status } from '../../rules/application/lifecycle.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { LetterKind } from '../../rules/notifications/letterLabels.js';
import type { Policy } from '../../rules/policy/policy.js';

/** One point of a list, with what of the form it concerns, where that is known. */
export interface LetterPoint {
  readonly text: string;
  readonly field: BilingualText | null;
}

/** The data of a letter. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly to: Role;
  readonly applicationId: string;
  /** The short number of the application. */
  readonly number: string;
  /** The address of the application in the portal. */
  readonly link: string;
  readonly applicantName: string;
  readonly unitName: string;
  /** The departments between the unit and the committee. */
  readonly chain: readonly string[];
  readonly profile: Profile;
  readonly policy: Policy;
  /** The working days its deadlines are counted on; null: not known. */
  readonly calendar: Calendar | null;
  /** Whether the committee has accepted the application: fee and originals may come before that or after it. */
  readonly audited: boolean;
  /** The status after the event the letter reports. */
  readonly status: Status;
  /** When it happened. */
  readonly at: Instant;
  /** The deadlines that run after it; of a reminder, the one it is about. */
  readonly deadlines: readonly Deadline[];
  /** Those that ran before the transition; of a reminder, none. */
  readonly previous: readonly Deadline[];
  /** The transition reported; null for a reminder. */
  readonly transition: Pick<Transition, 'event' | 'data' | 'changes'> | null;
  /** The reason, as the person who acted wrote it. */
  readonly reason: string | null;
  /** The room of a defense, held or cancelled; null where none was given. */
  readonly place: string | null;
  /** 补正内容, all of them, each with what of the form it concerns. */
  readonly defects: readonly LetterPoint[];
}

/** The text of one kind of letter; greeting, reason, deadlines and link are the same for all kinds. */
export interface LetterContent {
  readonly title: string;
  /** What happened. */
  readonly happened: string;
  /** What the reader is to do now. */
  readonly todo: string;
  /** Points of a list, in full. */
  readonly points?: readonly LetterPoint[];
}

export type Write = (letter: LetterFacts) => LetterContent;

/** One letter worded for the applicant and one for clerks. */
export function toEach(writers: { readonly applicant: Write; readonly clerk: Write }): Write {
  return (letter) => (letter.to === 'applicant' ? writers.applicant : writers.clerk)(letter);
}
