import type { Tally } from '../rules/application/facts.js';
import type { Instant, LocalDate } from '../rules/calendar/instant.js';
import type { CampaignTransition } from '../rules/campaign/campaignFacts.js';
import type { CampaignSchedule } from '../rules/campaign/campaignSchedule.js';

/** What a meeting decided on one application. */
export interface MeetingOutcome {
  readonly motionId: string;
  readonly applicationId: string;
  readonly tally: Tally;
}

/** Reads outcomes from the closed motions of signed meetings. */
export interface Outcomes {
  /** Outcomes after an application id, in the order of these ids. */
  after(query: {
    readonly meetingId: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly MeetingOutcome[]>;
  count(meetingId: string): Promise<number>;
}

/** One part of a fan-out: where it begins, and the counts so far. */
export interface FanOutPart {
  readonly campaignId: string;
  readonly meetingId: string;
  readonly metOn: LocalDate;
  /** The instant of the chair's signature, from which every outcome of the meeting counts. */
  readonly signedAt: Instant;
  /** The application the part before ended with; null at the beginning. */
  readonly after: string | null;
  /** Counts of all parts before. */
  readonly moved: number;
  readonly refused: number;
  /** Campaign time minus engine time, in ms. */
  readonly clockOffset: number;
}

/** The counts of a part and all parts before it; `after` null: it was the last. */
export interface FanOutAnswer {
  readonly after: string | null;
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
}

/** One part of the applications that an amendment reaches. */
export interface AmendPart {
  readonly campaignId: string;
  readonly after: string | null;
  readonly moved: number;
  readonly refused: number;
  readonly clockOffset: number;
}

/** The counts of a part and all parts before it; `after` null: it was the last. */
export type AmendAnswer = Pick<AmendPart, 'after' | 'moved' | 'refused'>;

/** Effects of a campaign's workflow. Each may run more than once, and changes nothing the second time. */
export interface CampaignActivities {
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
  writeStatistics(input: { readonly campaignId: string; readonly at: Instant }): Promise<void>;
}
