import type { Instant, LocalDate } from '../calendar/instant.js';
import type { Level } from '../campaign/codes.js';
import type { OwnApplication } from '../candidate/appliedBefore.js';
import type { UnmetCondition } from '../candidate/unmetConditions.js';
import type { MissingItem } from '../dossier/dossier.js';
import type { Promised } from '../policy/promised.js';
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

/** Verdicts, ids and counts that come with an act. Free text stays in the database; an act has its hash (`freeTextHash`). */
export interface Nothing {
  readonly none?: never;
}
interface CountedPerPerson {
  /** What the same person, by ID number, has in the campaign under other accounts, counted as the act is registered; absent: nothing. */
  readonly underOtherAccounts?: readonly OwnApplication[];
}
interface ConditionsJudged {
  /** The verdicts where no condition (任职资格条件) is met; empty when one is, absent where the office does not decide on them. */
  readonly unmet?: readonly UnmetCondition[];
}
export interface Submission extends CountedPerPerson, ConditionsJudged {
  readonly dossierHash: string;
  /** Hash of the part of the dossier that Annex 1 publishes. */
  readonly publishableHash: string;
  readonly profile: Profile;
  /** What the checklist found missing: section, field and clause, no content. */
  readonly missing: readonly MissingItem[];
  /** Why the candidate may not apply at all, as clauses; empty when eligible. */
  readonly ineligible: readonly MissingItem[];
  /** The day until which a sanction is in force, or null. */
  readonly sanctionedUntil: LocalDate | null;
}
export interface Resubmission extends CountedPerPerson, ConditionsJudged {
  readonly dossierHash: string;
  /** Hash of the part of the dossier that Annex 1 publishes. */
  readonly publishableHash: string;
  readonly missing: readonly MissingItem[];
  /** Ids of the defects that were answered. */
  readonly answered: readonly string[];
}
export interface Defects {
  readonly defects: readonly string[];
}
/** A unit's positions of one level, as they were when the act was registered (评聘结合). */
export interface PositionCount {
  readonly level: Level;
  readonly approved: number;
  readonly occupied: number;
  /** Held by other applications of the campaign: recommended and still running, or conferred. */
  readonly held: number;
}
/** What an act that needs a position brings: null where the unit has stated none, absent where none is asked for. */
interface PositionsCounted {
  readonly positions?: PositionCount | null;
}
/** The unit's decision to recommend (单位研究同意); the number of its minutes and the leader's name stay in the database. */
export interface UnitDecision {
  readonly decidedOn: LocalDate;
}
export interface Attachments extends PositionsCounted {
  /** Kinds of document attached by the unit: `publicity_result`, `recommendation`, `commitment`. */
  readonly attached: readonly string[];
  /** The day until which a sanction of the unit is in force, or null. */
  readonly unitSanctionedUntil: LocalDate | null;
  /** Null: its day or the responsible leader is not stated; absent: taken over from a system that did not ask for them. */
  readonly decision?: UnitDecision | null;
}
/** A decision not to recommend, by the unit or a department. */
export interface Declination {
  /** The day until which a sanction of the unit is in force, or null; absent: none was asked about. */
  readonly unitSanctionedUntil?: LocalDate | null;
}
export interface ObjectionRaised {
  readonly objectionId: string;
  /** Its author gave no contact that was proven; absent: they did, or staff took it down. */
  readonly unreachable?: true;
}
export interface ObjectionResolved {
  readonly objectionId: string;
  readonly outcome: ObjectionOutcome;
}
export interface Posting {
  /** The unit's latest photo of its posting; absent when there is none. */
  readonly photo?: { readonly documentId: string; readonly hash: string };
}
export interface Payment {
  /** In fen (分). */
  readonly amount: number;
  readonly channel: PaymentChannel;
  /** Hash of the voucher number: the number itself stays in the database. */
  readonly voucherHash: string;
  /** The day the money arrived, when it is known. The application counts as paid from the registration of the act. */
  readonly paidOn?: LocalDate;
}
export interface Originals {
  /** Kinds of original handed in: see `originalsRequired`. */
  readonly received: readonly string[];
}
export interface DefenseAppointment {
  readonly at: Instant;
  /** The appointment it replaces, so that the letter names both; absent when there was none. */
  readonly was?: Instant;
}
export interface DefenseCallOff {
  /** The appointment that is cancelled; null when there was none. */
  readonly was: Instant | null;
}
/** The panel that heard a candidate, as its session has it. */
export interface ScoringPanel {
  /** Null: taken over from another system, which seated it. */
  readonly sessionId: string | null;
  readonly experts: readonly string[];
  /** Members who must not score this candidate. */
  readonly recused: readonly string[];
}
export interface DefenseScores {
  /** Null: no session has heard the candidate. Nobody hands it in: the session is looked up as the act is registered. */
  readonly panel: ScoringPanel | null;
  /** The panel's sheets that count: one an expert, in hundredths of a point, 0 to 10000. */
  readonly sheets: readonly { readonly expertId: string; readonly points: number; readonly recused: boolean }[];
  /** Random, so that nobody finds the points by trying them against the hash of the data. */
  readonly salt?: string;
}
/** The minutes of a meeting held on paper, as they are found when the act is registered. */
export interface PaperMinutes {
  readonly kind: 'paper';
  /** The latest scan of them; null when there is none. */
  readonly scan: { readonly documentId: string; readonly hash: string } | null;
  /** Seats of the committee that was drawn; null: none was. */
  readonly drawn: number | null;
  /** Whether a meeting held here has the application on its agenda: its result is that of the signed minutes. */
  readonly heldHere: boolean;
}
/** What a tally is taken from: minutes signed here, minutes on paper, or those of the system it is taken over from. */
export type TallySource =
  | { readonly kind: 'signed'; readonly meetingId: string; readonly metOn: LocalDate; readonly tally: Tally }
  | PaperMinutes
  | { readonly kind: 'taken_over' };
export interface MeetingResult extends PositionsCounted {
  readonly minutes: TallySource;
  readonly tally: Tally;
  readonly metOn: LocalDate;
  /** For an exempt candidate: the average of this year's defenders of the specialty, and how many are still to be heard. */
  readonly specialty: { readonly sum: number; readonly count: number; readonly pending: number };
}
export interface Entrustment {
  /** The day the letter and the files were sent. */
  readonly sentOn: LocalDate;
}
export interface EntrustedDecision {
  readonly passed: boolean;
  /** The day the other committee decided. */
  readonly decidedOn: LocalDate;
  /** The latest scan of the decision; absent when there is none. */
  readonly decision?: { readonly documentId: string; readonly hash: string };
}
export interface Extension {
  readonly deadline: DeadlineName;
  readonly due: Instant;
}
export interface PausePlanned {
  /** The day by which the pause is to end, or to be looked at again. */
  readonly until: LocalDate;
}
export interface Amendment {
  /** The policy version the application is judged by from here on. */
  readonly version: number;
  /** The calendar, when it is another than before; `alone`: the policy itself has not changed. */
  readonly calendar?: { readonly version: string; readonly alone: boolean };
  /** What was published or promised to the application before and is better for the candidate; absent: nothing is. */
  readonly kept?: Promised;
}
export interface Sanctioned {
  /** The sanction that ends the application. */
  readonly sanctionId: string;
}
export interface ParkedStepRef {
  readonly step: string;
}

/** The data of each form; `takes` in the law names one of them. */
export interface Forms {
  readonly nothing: Nothing;
  readonly submission: Submission;
  readonly resubmission: Resubmission;
  readonly freeText: Nothing;
  readonly defects: Defects;
  readonly attachments: Attachments;
  readonly declination: Declination;
  readonly objection: ObjectionRaised;
  readonly objectionOutcome: ObjectionResolved;
  readonly posting: Posting;
  readonly payment: Payment;
  readonly originals: Originals;
  readonly appointment: DefenseAppointment;
  readonly callOff: DefenseCallOff;
  readonly scores: DefenseScores;
  readonly meeting: MeetingResult;
  readonly entrustment: Entrustment;
  readonly entrustedResult: EntrustedDecision;
  readonly extension: Extension;
  readonly pause: PausePlanned;
  readonly step: ParkedStepRef;
  readonly amendment: Amendment;
  readonly sanction: Sanctioned;
}
export type FormName = keyof Forms;
export type ActData = Forms[FormName];

/** One act as the API registered it (收件): workflow, reference model and importer judge the same. */
export interface Act {
  /** The Idempotency-Key; unique within the application. */
  readonly key: string;
  readonly event: EventName;
  readonly actor: Actor;
  /** The instant it was registered, by which alone the act is judged. */
  readonly receivedAt: Instant;
  /** The seq of the page the person saw; null when the request did not name it. */
  readonly expectedSeq: number | null;
  readonly data: ActData;
  /** Hash of its free text (reasons, defects, names), which stays in the database; null when there is none. */
  readonly freeTextHash: string | null;
}

/** What an act changes, recorded as an event. `changes` carries everything `evolve` needs, so a fold needs no policy. */
export interface Transition {
  readonly seq: number;
  /** The version of the law it was decided by: `lawVersion`. */
  readonly law: number;
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

/** The answer to an act: where it led. */
export interface Answer {
  readonly status: Status;
  readonly seq: number;
}
