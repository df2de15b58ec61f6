import type { Instant, LocalDate } from '../calendar/instant.js';
import type { MissingItem } from '../dossier/dossier.js';
import type { Deadline } from './deadline.js';
import type { DeadlineName } from './deadlines.js';
import type { Facts, Profile, Tally } from './facts.js';
import type { EventName, Role, Status } from './lifecycle.js';
import type { ObjectionOutcome } from './objections.js';
import type { PaymentChannel } from './paymentChannels.js';

/** Who acted: a pseudonymous person id in one of their roles, bound to a unit, department or campaign (null: every one). */
export interface Actor {
  readonly role: Role;
  readonly personId: string;
  readonly scope: string | null;
}

/** Verdicts, ids and counts that come with an act; words people write stay in the database, by hash (`wordsHash`). */
export interface Nothing {
  readonly none?: never;
}
export interface Submission {
  readonly dossierHash: string;
  /** Hash of the part of the dossier that Annex 1 publishes. */
  readonly publishableHash: string;
  readonly profile: Profile;
  /** What the checklist found missing: section, field and clause, no content. */
  readonly missing: readonly MissingItem[];
  /** Why the candidate may not apply at all, as clauses; empty when eligible. */
  readonly ineligible: readonly MissingItem[];
  /** The day until which a sanction stands, or null. */
  readonly sanctionedUntil: LocalDate | null;
}
export interface Resubmission {
  readonly dossierHash: string;
  readonly missing: readonly MissingItem[];
  /** Ids of the defects that were answered. */
  readonly answered: readonly string[];
}
export interface Defects {
  readonly defects: readonly string[];
}
export interface Attachments {
  /** Kinds of document attached by the unit: `publicity_result`, `recommendation`, `commitment`. */
  readonly attached: readonly string[];
}
export interface ObjectionRaised {
  readonly objectionId: string;
}
export interface ObjectionResolved {
  readonly objectionId: string;
  readonly outcome: ObjectionOutcome;
}
export interface Posting {
  /** The unit's photo of its posting as it lay at the door; absent where there was none. */
  readonly photo?: { readonly documentId: string; readonly hash: string };
}
export interface Payment {
  /** In fen (分). */
  readonly amount: number;
  readonly channel: PaymentChannel;
  /** Hash of the voucher number: the number itself stays in the database. */
  readonly voucherHash: string;
  /** The day the money arrived, where whoever confirms it knows; the application counts as paid when it is registered. */
  readonly paidOn?: LocalDate;
}
export interface Originals {
  /** Kinds of original handed in: see `originalsRequired`. */
  readonly received: readonly string[];
}
export interface DefenseAppointment {
  readonly at: Instant;
  /** The time it takes the place of, so that the candidate is told both; absent when there was none. */
  readonly was?: Instant;
}
export interface DefenseCallOff {
  /** The time that is not held; null when the door knew of none. */
  readonly was: Instant | null;
}
export interface DefenseScores {
  /** One sheet an expert, in hundredths of a point, 0 to 10000. */
  readonly sheets: readonly { readonly expertId: string; readonly points: number; readonly recused: boolean }[];
}
export interface MeetingResult {
  readonly tally: Tally;
  readonly metOn: LocalDate;
  /** For an exempt candidate: the average of this year's defenders of the specialty, and how many are still to be heard. */
  readonly specialty: { readonly sum: number; readonly count: number; readonly pending: number };
}
export interface Extension {
  readonly deadline: DeadlineName;
  readonly due: Instant;
}
export interface Amendment {
  /** The policy version the application is judged by from now on. */
  readonly version: number;
  /** The calendar that comes with it when the application was counted on another; `alone`: the policy says the same. */
  readonly calendar?: { readonly version: string; readonly alone: boolean };
}
export interface Sanctioned {
  /** The sanction in the register that ends the application. */
  readonly sanctionId: string;
}
export interface ParkedStepRef {
  readonly step: string;
}

/** What each form of act data holds; `takes` in the law table names one of these. */
export interface Forms {
  readonly nothing: Nothing;
  readonly submission: Submission;
  readonly resubmission: Resubmission;
  readonly freeText: Nothing;
  readonly defects: Defects;
  readonly attachments: Attachments;
  readonly objection: ObjectionRaised;
  readonly objectionOutcome: ObjectionResolved;
  readonly posting: Posting;
  readonly payment: Payment;
  readonly originals: Originals;
  readonly appointment: DefenseAppointment;
  readonly callOff: DefenseCallOff;
  readonly scores: DefenseScores;
  readonly meeting: MeetingResult;
  readonly extension: Extension;
  readonly step: ParkedStepRef;
  readonly amendment: Amendment;
  readonly sanction: Sanctioned;
}
export type FormName = keyof Forms;
export type ActData = Forms[FormName];

/** One act as the door registered it (收件): what the workflow, the oracle and the importer all judge. */
export interface Act {
  /** The Idempotency-Key; unique within the application. */
  readonly key: string;
  readonly event: EventName;
  readonly actor: Actor;
  /** The instant the door registered it; the act is judged by this and nothing else. */
  readonly receivedAt: Instant;
  /** The seq the person saw, or null when they did not say. */
  readonly expectedSeq: number | null;
  readonly data: ActData;
  /** Hash of the words that came with it (reasons, defects, names), which stay in the database; null when there were none. */
  readonly freeTextHash: string | null;
}

/** One step of an application's life. `changes` carries everything `evolve` needs, so a fold needs no policy. */
export interface Transition {
  readonly seq: number;
  readonly key: string;
  readonly event: EventName;
  readonly actor: Actor;
  readonly at: Instant;
  readonly from: Status;
  readonly to: Status;
  readonly data: ActData;
  readonly freeTextHash: string | null;
  readonly changes: Partial<Omit<Facts, 'seq' | 'status' | 'deadlines'>>;
  /** The deadlines that run after this transition. */
  readonly deadlines: Readonly<Partial<Record<DeadlineName, Deadline>>>;
}

/** What an act came to. */
export interface Answer {
  readonly status: Status;
  readonly seq: number;
}
