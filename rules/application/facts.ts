import type { Instant, LocalDate } from '../calendar/instant.js';
import type { Pause } from '../calendar/pauses.js';
import type { EmployerKind, EmployerRank, Level, Track } from '../campaign/codes.js';
import type { UnmetCondition } from '../candidate/unmetConditions.js';
import type { Promised } from '../policy/promised.js';
import type { Deadline, MoveReason } from './deadline.js';
import type { DeadlineName } from './deadlines.js';
import type { EventName, Status } from './lifecycle.js';
import type { ObjectionOutcome, ObjectionStage } from './objections.js';

/** What the law needs to know of a candidate, without naming a person. */
export interface Profile {
  readonly level: Level;
  readonly track: Track;
  readonly employerKind: EmployerKind;
  /** The rank that the unit is registered with; absent: none. */
  readonly employerRank?: EmployerRank | undefined;
  /** Their unit lies outside the region of the review, by the notice at the opening; absent: it does not. */
  readonly outsider?: true | undefined;
  readonly specialty: string;
  /** Exempt from the defense (驻村 and the other kinds of 通知 四（四）), with proof. */
  readonly defenseExempt: boolean;
}

export interface Objection {
  readonly id: string;
  readonly stage: ObjectionStage;
  readonly raisedAt: Instant;
  readonly outcome: ObjectionOutcome | null;
  /** Nobody can reach its author to ask; absent: somebody can. */
  readonly unreachable?: true;
}

/** An exact average: `sum / count` in hundredths of a point. Never rounded before it is shown. */
export interface Score {
  readonly sum: number;
  readonly count: number;
}

/** One application's result in the meeting: people and votes, in whole numbers. */
export interface Tally {
  /** Members of the committee. */
  readonly committee: number;
  /** Members who attended, those recused from this application included. */
  readonly attending: number;
  /** Attending members recused from this application. */
  readonly recused: number;
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
}

/** What another committee decided, as one person of the office recorded it; who decided, and under which number, is free text. */
export interface EntrustedResult {
  readonly passed: boolean;
  readonly decidedOn: LocalDate;
  readonly recordedBy: string;
}

export interface PendingExtension {
  readonly deadline: DeadlineName;
  readonly due: Instant;
  readonly requestedBy: string;
}

/** A pause that one person has asked for and another is to approve. */
export interface PendingPause {
  /** The day by which it is to end, or to be looked at again. */
  readonly until: LocalDate;
  readonly requestedBy: string;
}

/** Time that an extension or a pause has added to the cutoff of filing, and so to those that follow it. */
export interface FilingGrant {
  readonly why: MoveReason;
  /** In ms. */
  readonly by: Instant;
}

/** A tally of minutes on paper that one person has entered, and another one has to enter alike. */
export interface EnteredTally {
  readonly tally: Tally;
  readonly metOn: LocalDate;
  /** Hash of the scan it was read from. */
  readonly scanHash: string | null;
  readonly enteredBy: string;
}

export interface Passed {
  readonly deadline: Deadline;
  readonly from: Status;
  readonly to: Status;
}

/** Instants that the law counts from, each with the events that set it. */
export const instantsSetBy = {
  postedAt: ['post_publicity'],
  /** By the committee, or by the unit where corrections go through it. */
  returnedAt: ['return_for_correction', 'return_correction'],
  /** By the unit, or by each department: the last one is the arrival at the committee. */
  reportedAt: ['recommend', 'forward'],
  /** To whoever has the application in hand before it reaches the committee. */
  handedAt: ['submit', 'return_to_applicant', 'recommend', 'forward', 'return_to_unit'],
  acceptedAt: ['accept'],
  paidAt: ['confirm_payment'],
  materialsAt: ['receive_materials'],
  unitPostedAt: ['confirm_unit_posting'],
  defenseFeePaidAt: ['confirm_defense_fee'],
  entrustedAt: ['send_entrustment'],
} as const satisfies Record<string, readonly EventName[]>;
type InstantName = keyof typeof instantsSetBy;
export const instantNames = Object.keys(instantsSetBy) as readonly InstantName[];

/** Everything the law knows of one application. Ids, verdicts, counts and hashes only. */
export interface Facts extends Readonly<Record<InstantName, Instant | null>> {
  readonly applicationId: string;
  readonly campaignId: string;
  readonly applicantId: string;
  readonly unitId: string;
  /** Departments between the unit and the committee, in order; may be empty. */
  readonly chain: readonly string[];
  /** The code of the unit's administrative region when the draft was opened; null: not registered. */
  readonly unitRegion: string | null;
  /** The code of the round it was started in; null: the campaign's first, or only one. */
  readonly round: string | null;
  /** Index into `chain` of the department whose turn it is in 逐级审核. */
  readonly chainLevel: number;
  readonly profile: Profile;

  readonly status: Status;
  /** Number of transitions so far. */
  readonly seq: number;
  readonly deadlines: Readonly<Partial<Record<DeadlineName, Deadline>>>;
  readonly pendingExtension: PendingExtension | null;
  readonly pendingPause: PendingPause | null;
  /** Since when all deadlines stand still, or null; `pausedUntil` is the day by which that is to end or to be looked at again. */
  readonly tolledSince: Instant | null;
  readonly pausedUntil: LocalDate | null;
  /** Pauses that are over, in order. */
  readonly pauses: readonly Pause[];
  readonly filingGrants: readonly FilingGrant[];
  /** When it came into its present status; null in a draft that was never handed in. */
  readonly since: Instant | null;
  /** From then on something of it is overdue without a deadline of the law; null: nothing is awaited. */
  readonly overdueAt: Instant | null;
  /** When the last transition took place. */
  readonly lastAt: Instant | null;
  /** The deadline that moved the application last, to explain the refusal of a late act. */
  readonly passed: Passed | null;

  readonly submissions: number;
  /** Hash of the form and documents as last submitted. */
  readonly dossierHash: string | null;
  /** Hash of the published part: as last submitted, and as its publicity ended without objection. */
  readonly publishableHash: string | null;
  readonly publishedHash: string | null;
  readonly defects: readonly string[];
  /** Of the conditions (任职资格条件) as last judged, where none was met and the office decides; absent: nothing lacks. */
  readonly unmetConditions?: readonly UnmetCondition[];
  /** The office has accepted it all the same; its reason is with the acceptance. */
  readonly conditionsWaived?: true;
  readonly objections: readonly Objection[];
  /**
   * The correction deadline the applicant met by submitting to the unit, until the unit passes the correction on: when the
   * unit returns it, that date is not shortened.
   */
  readonly correctionMet?: Deadline | null;
  readonly defenseAt: Instant | null;
  readonly absences: number;
  readonly score: Score | null;
  readonly tally: Tally | null;
  /** Of a review carried out by another committee; the last one recorded, in force once another person has confirmed it. */
  readonly entrustedResult: EntrustedResult | null;
  /** The day of the meeting that decided. */
  readonly metOn: LocalDate | null;
  /** What was published or promised before an amendment and is better for the candidate; null: nothing is. */
  readonly promised: Promised | null;
  /** The first entry of a tally on paper, until the second. */
  readonly enteredTally: EnteredTally | null;
  /** When the application came to review; null before. */
  readonly reviewSince: Instant | null;
  /** The day the public notice started. */
  readonly noticeFrom: LocalDate | null;
}

const noInstants = Object.fromEntries(instantNames.map((name) => [name, null])) as Record<InstantName, null>;

/** The facts of a draft that has just been opened, before any transition. */
export function openingFacts(
  identity: Pick<Facts, 'applicationId' | 'campaignId' | 'applicantId' | 'unitId' | 'chain' | 'profile'> &
    Partial<Pick<Facts, 'unitRegion' | 'round' | 'submissions'>>,
): Facts {
  const { applicationId, campaignId, applicantId, unitId, chain, profile } = identity;
  return {
    applicationId,
    campaignId,
    applicantId,
    unitId,
    chain,
    profile,
    unitRegion: identity.unitRegion ?? null,
    round: identity.round ?? null,
    ...noInstants,
    chainLevel: 0,
    status: 'draft',
    seq: 0,
    deadlines: {},
    pendingExtension: null,
    pendingPause: null,
    tolledSince: null,
    pausedUntil: null,
    pauses: [],
    filingGrants: [],
    since: null,
    overdueAt: null,
    lastAt: null,
    passed: null,
    submissions: identity.submissions ?? 0,
    dossierHash: null,
    publishableHash: null,
    publishedHash: null,
    defects: [],
    objections: [],
    defenseAt: null,
    absences: 0,
    score: null,
    tally: null,
    entrustedResult: null,
    metOn: null,
    promised: null,
    enteredTally: null,
    reviewSince: null,
    noticeFrom: null,
  };
}
