import type { Transition } from '../../rules/application/act.js';
import type { Deadline } from '../../rules/application/deadline.js';
import type { Profile } from '../../rules/application/facts.js';
import type { Role, Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { LetterKind } from '../../rules/notifications/letterLabels.js';
import type { Policy } from '../../rules/policy/policy.js';

/** Everything a letter is written from. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly to: Role;
  readonly applicationId: string;
  /** Where the application is seen. */
  readonly link: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly profile: Profile;
  readonly policy: Policy;
  /** The status after what the letter tells. */
  readonly status: Status;
  /** When it happened. */
  readonly at: Instant;
  /** The deadlines that run after it; of a reminder, the one it is about. */
  readonly deadlines: readonly Deadline[];
  /** What happened; null for an alert. */
  readonly transition: Pick<Transition, 'event' | 'data' | 'changes'> | null;
  /** Why, in the words of whoever acted. */
  readonly reason: string | null;
  /** Where a defense is held, or was to be; null where nobody said. */
  readonly place: string | null;
  /** 补正内容, all of them. */
  readonly defects: readonly string[];
}

/** What one kind of letter says; greeting, reason, deadlines and link are the same for all kinds. */
export interface LetterContent {
  readonly title: string;
  /** What happened. */
  readonly happened: string;
  /** What the reader is to do now. */
  readonly todo: string;
  /** Points of a list, told in full. */
  readonly points?: readonly string[];
}

export type Write = (letter: LetterFacts) => LetterContent;

/** One letter in the applicant's words and one in the clerks'. */
export function toEach(writers: { readonly applicant: Write; readonly clerk: Write }): Write {
  return (letter) => (letter.to === 'applicant' ? writers.applicant : writers.clerk)(letter);
}
