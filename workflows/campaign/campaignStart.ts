import { type SearchAttributePair, type SearchAttributeUpdatePair, TypedSearchAttributes } from '@temporalio/common';
import type { CampaignFacts } from '../../rules/campaign/campaignFacts.js';
import { campaignLaw } from '../../rules/campaign/campaignLaw.js';
import { nextCampaignDate } from '../../rules/campaign/decideCampaign.js';
import { taskQueue } from '../application/messages.js';
import { searchAttributes } from '../application/searchAttributes.js';
import { headed } from '../markdownList.js';
import { type CampaignInput, campaignDueIdOf, campaignWorkflowIdOf } from './campaignMessages.js';

/** The search attributes that change in the course of a campaign. */
export function campaignSearchable(facts: CampaignFacts): readonly SearchAttributeUpdatePair[] {
  const next = nextCampaignDate(facts);
  return [
    { key: searchAttributes.status, value: facts.status },
    { key: searchAttributes.due, value: next ? new Date(next.receivedAt) : null },
    { key: searchAttributes.seq, value: facts.seq },
  ];
}

/** A campaign whose workflow is started, as the record has it. */
export interface CampaignStart extends Pick<CampaignInput, 'clockOffset'> {
  readonly facts: CampaignFacts;
}

/** How a client starts what records a campaign's deadlines: one workflow per campaign for ever. */
export function campaignDueStartOptions(input: CampaignInput) {
  return {
    workflowId: campaignDueIdOf(input.campaignId),
    taskQueue,
    args: [input] as [CampaignInput],
    typedSearchAttributes: new TypedSearchAttributes([{ key: searchAttributes.campaign, value: input.campaignId }]),
    staticSummary: `期限登记 · ${input.campaignId}`,
  };
}

/** How a client starts a campaign: one workflow per campaign for ever, with the summary and details the Temporal UI shows. */
export function campaignStartOptions(
  { facts, clockOffset }: CampaignStart,
  { title, committee, portalUrl }: { readonly title: string; readonly committee: string; readonly portalUrl: string },
) {
  const { campaignId, status } = facts;
  const attributes = campaignSearchable(facts).filter((pair): pair is SearchAttributePair => pair.value !== null);
  return {
    workflowId: campaignWorkflowIdOf(campaignId),
    taskQueue,
    args: [{ campaignId, clockOffset }] as [CampaignInput],
    // One that failed was no genuine start: the genuine one takes its place.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: searchAttributes.campaign, value: campaignId },
      ...attributes,
    ]),
    staticSummary: `年度评审 · ${title}`,
    staticDetails: headed(`**${title}**`, [
      `评审委员会：${committee}`,
      `开始时的环节：${campaignLaw[status].zh}`,
      `[在系统中查看](${portalUrl}/)`,
    ]),
  };
}
