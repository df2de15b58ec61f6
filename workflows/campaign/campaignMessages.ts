import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CampaignAct, CampaignAnswer, CampaignFacts } from '../../rules/campaign/campaignFacts.js';
import { type CampaignEvent, campaignActs } from '../../rules/campaign/campaignLaw.js';

export const campaignWorkflow = 'campaign';
export const campaignDueWorkflow = 'campaignDue';

/** The workflow id of a campaign: derived from its id, so that there can be only one. */
export function campaignWorkflowIdOf(campaignId: string): string {
  return `campaign-${campaignId}`;
}

/** The id of the workflow that records what comes due in a campaign. No campaign's own id begins so. */
export function campaignDueIdOf(campaignId: string): string {
  return campaignWorkflowIdOf(`${campaignDuePrefix}${campaignId}`);
}

/** What no campaign's id begins with. */
export const campaignDuePrefix = 'due-';

/** How far a meeting's outcomes have been applied. */
export interface FanOutCursor {
  readonly after: string | null;
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
}

/**
 * What a campaign starts with; a new run and a restored one have the same input. Where it stands is read from the record. A
 * fan-out that was under way begins again and finds what is applied.
 */
export interface CampaignInput {
  readonly campaignId: string;
  /** Campaign time minus engine time in ms. */
  readonly clockOffset: number;
}

/** What an operator's tools ask a running campaign. */
export interface CampaignCurrent {
  readonly facts: CampaignFacts;
  readonly fanOuts: Readonly<Record<string, FanOutCursor>>;
}

/** An act, and the seq the caller saw in the record. */
export type CampaignArguments = [act: CampaignAct, recordedSeq: number];
export const campaignUpdates = campaignActs.map((event) =>
  defineUpdate<CampaignAnswer, CampaignArguments, CampaignEvent>(event),
);
/** The policy has changed: the campaign reads its dates again. */
export const policyChanged = defineSignal('policy_changed');
/** To what records a campaign's deadlines: something may come due earlier than it knows. */
export const lookAgain = defineSignal('look_again');
export const campaignQuery = defineQuery<CampaignCurrent>('current');
