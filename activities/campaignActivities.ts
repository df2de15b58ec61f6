import type {
  CampaignAnswer,
  CampaignFacts,
  CampaignTransition,
  OutcomeCounts,
} from '../rules/campaign/campaignFacts.js';
import type { CampaignSchedule } from '../rules/campaign/campaignSchedule.js';

/** One part of a fan-out: of which meeting, and where it begins. */
export interface FanOutPart {
  readonly meetingId: string;
  /** The application the part before ended with; null at the beginning. */
  readonly after: string | null;
  /** Campaign time minus engine time, in ms. */
  readonly clockOffset: number;
}

/** How far the outcomes of the meeting have been applied; `after` null: this was the last part. */
export interface FanOutAnswer extends OutcomeCounts {
  readonly after: string | null;
}

/** One part of the applications that an amendment reaches. */
export interface AmendPart {
  readonly campaignId: string;
  readonly after: string | null;
  readonly clockOffset: number;
}

/** Where the next part begins; null: this was the last. */
export type AmendAnswer = Pick<AmendPart, 'after'>;

/** A campaign as the record has it. */
export interface RecordedCampaign {
  readonly facts: CampaignFacts;
  /** The first answer to each act so far, by its key. */
  readonly answers: Readonly<Record<string, CampaignAnswer>>;
}

/**
 * Effects of a campaign's workflow. Each may run more than once, and changes nothing the second time. They take ids and
 * read the rest from the record; a transition is a proposal, see `ApplicationActivities`.
 */
export interface CampaignActivities {
  /** The campaign as the record has it. */
  recordedCampaign(input: { readonly campaignId: string; readonly clockOffset: number }): Promise<RecordedCampaign>;
  /** What its policy says now, and whether an amendment has to be applied to running applications. */
  campaignNow(input: { readonly campaignId: string }): Promise<{
    readonly schedule: CampaignSchedule;
    readonly amending: boolean;
  }>;
  /** Applies an approved amendment to the next running applications, once to each. */
  amendPart(part: AmendPart): Promise<AmendAnswer>;
  /** Writes a transition. Returns what the record holds in its place, undefined when it holds this one. */
  recordCampaignEvent(input: {
    readonly campaignId: string;
    readonly transition: CampaignTransition;
    /** Whether letters are sent about it. */
    readonly notify: boolean;
  }): Promise<readonly CampaignTransition[] | undefined>;
  campaignEventsAfter(input: {
    readonly campaignId: string;
    readonly seq: number;
  }): Promise<readonly CampaignTransition[]>;
  /** Applies the next outcomes of a meeting to their applications, each exactly once. */
  fanOutPart(part: FanOutPart): Promise<FanOutAnswer>;
  /** Writes the statistics of a closed campaign. */
  writeStatistics(input: { readonly campaignId: string }): Promise<void>;
}
