import type { Actor } from '../application/act.js';
import type { Status } from '../application/lifecycle.js';
import type { Instant, LocalDate } from '../calendar/instant.js';
import type { CampaignEvent, CampaignStatus } from './campaignLaw.js';
import type { CampaignSchedule } from './campaignSchedule.js';

/** The dates at which a campaign moves by itself. */
export const campaignDates = ['filing_opens', 'filing_cutoff', 'audit_ends', 'payment_ends', 'notice_ends'] as const;
export type CampaignDate = (typeof campaignDates)[number];

/** The outcomes of one meeting and how many have been applied: `total = moved + refused`. */
export interface OutcomeCounts {
  readonly total: number;
  /** Applications the outcome moved. */
  readonly moved: number;
  /** Applications the law did not let move, for example withdrawn ones; the record holds the reason of each. */
  readonly refused: number;
}

/** One committee's meeting, as far as the campaign is concerned. */
export interface CampaignMeeting {
  readonly meetingId: string;
  readonly committee: string;
  readonly metOn: LocalDate | null;
  /** Set when the chair has signed: from then on the outcomes are applied. */
  readonly signedAt: Instant | null;
  /** Set when every outcome has been applied. */
  readonly counts: OutcomeCounts | null;
}

/** Everything the law knows of one campaign. Ids, dates, verdicts and counts only. */
export interface CampaignFacts {
  readonly campaignId: string;
  readonly status: CampaignStatus;
  readonly seq: number;
  readonly lastAt: Instant | null;
  /** The schedule its policy gives, as last read. */
  readonly schedule: CampaignSchedule;
  readonly passed: readonly CampaignDate[];
  readonly meetings: readonly CampaignMeeting[];
  /** Committees that still have applications to judge, as counted when a meeting was last signed. */
  readonly committeesLeft: number;
  /** The end of the last public notice; null before a meeting. */
  readonly noticeEnds: Instant | null;
  readonly resultsFiledAt: Instant | null;
}

/** How many applications that have not ended have each status. */
export type Standing = Readonly<Partial<Record<Status, number>>>;

/** The data of each event: verdicts and counts that the API reads from the record. */
export interface CampaignForms {
  readonly nothing: { readonly none?: never };
  /** Errors the linter finds in the policy. */
  readonly verdict: { readonly errors: number };
  readonly meeting: { readonly meetingId: string; readonly committee: string };
  readonly signature: {
    readonly meetingId: string;
    readonly committee: string;
    readonly metOn: LocalDate;
    /** The end of the public notice of this meeting's results; null where the campaign has none. */
    readonly noticeEnds: Instant | null;
    readonly committeesLeft: number;
  };
  readonly counts: { readonly meetingId: string } & OutcomeCounts;
  /** Applications that have not ended. */
  readonly results: { readonly running: number; readonly standing?: Standing };
  /** Applications that have not ended, and those that ended with the title. */
  readonly closing: { readonly running: number; readonly conferred: number; readonly standing?: Standing };
}
export type CampaignForm = keyof CampaignForms;
export type CampaignData = CampaignForms[CampaignForm];

/** One act on a campaign, as the API received it. */
export interface CampaignAct {
  readonly key: string;
  readonly event: CampaignEvent;
  readonly actor: Actor;
  readonly receivedAt: Instant;
  readonly expectedSeq: number | null;
  readonly data: CampaignData;
  readonly freeTextHash: string | null;
  /** The schedule when the act was received; null: as last read. */
  readonly schedule: CampaignSchedule | null;
}

/** One transition of a campaign. `changes` holds everything a fold needs. */
export interface CampaignTransition {
  readonly seq: number;
  /** The version of the law it was decided by: `lawVersion`. */
  readonly law: number;
  readonly key: string;
  readonly event: CampaignEvent;
  readonly actor: Actor;
  readonly at: Instant;
  readonly from: CampaignStatus;
  readonly to: CampaignStatus;
  readonly data: CampaignData;
  readonly freeTextHash: string | null;
  readonly changes: Partial<Omit<CampaignFacts, 'campaignId' | 'seq' | 'status'>>;
}

/** The result of an act. */
export interface CampaignAnswer {
  readonly status: CampaignStatus;
  readonly seq: number;
}
