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

/** Where outcomes come from: the closed motions of signed meetings. */
export interface Outcomes {
  /** Those after an application id, in the order of these ids. */
  after(asked: {
    readonly meetingId: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly MeetingOutcome[]>;
  count(meetingId: string): Promise<number>;
}

/** One part of a fan-out: who comes next, and what was done so far. */
export interface FanOutPart {
  readonly campaignId: string;
  readonly meetingId: string;
  readonly metOn: LocalDate;
  /** The chair's signature: the instant at which every outcome of the meeting counts. */
  readonly signedAt: Instant;
  /** The application the last part ended with; null at the beginning. */
  readonly after: string | null;
  /** What the parts before came to. */
  readonly moved: number;
  readonly refused: number;
  /** Campaign time minus engine time, in ms. */
  readonly clockOffset: number;
}

/** What a part came to, all parts before included; `after` null: there is nothing more. */
export interface FanOutAnswer {
  readonly after: string | null;
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
}

/** One part of the carrying of an amendment. */
export interface AmendPart {
  readonly campaignId: string;
  readonly after: string | null;
  readonly moved: number;
  readonly refused: number;
  readonly clockOffset: number;
}

/** What it came to, all parts before included; `after` null: there is nothing more. */
export type AmendAnswer = Pick<AmendPart, 'after' | 'moved' | 'refused'>;

/** Effects of a campaign's workflow. Each may run more than once and then changes nothing. */
export interface CampaignActivities {
  /** What its policy says now, and whether an amendment is to be carried to running applications. */
  campaignNow(input: { readonly campaignId: string }): Promise<{
    readonly schedule: CampaignSchedule;
    readonly amending: boolean;
  }>;
  /** Carries an approved amendment to the next running applications: to each once, however often this runs. */
  amendPart(part: AmendPart): Promise<AmendAnswer>;
  /** As `recordTransitions` of an application: answers what stands in the record instead, or nothing. */
  recordCampaignEvent(input: {
    readonly campaignId: string;
    readonly transition: CampaignTransition;
    /** Whether those whom it concerns are written to. */
    readonly notify: boolean;
  }): Promise<readonly CampaignTransition[] | undefined>;
  campaignEventsAfter(input: {
    readonly campaignId: string;
    readonly seq: number;
  }): Promise<readonly CampaignTransition[]>;
  /** Carries the next outcomes of a meeting to their applications: each exactly once, however often this runs. */
  fanOutPart(part: FanOutPart): Promise<FanOutAnswer>;
  /** What the campaign came to. */
  writeStatistics(input: { readonly campaignId: string; readonly at: Instant }): Promise<void>;
}
