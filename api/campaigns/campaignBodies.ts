import { z } from 'zod';
import type { CampaignForm } from '../../rules/campaign/campaignFacts.js';
import {
  type CampaignEvent,
  campaignActs,
  campaignStatuses,
  findCampaignLaw,
} from '../../rules/campaign/campaignLaw.js';
import { paragraph } from '../http/text.js';

const reason = paragraph(2000);

/** What a person sends with an act, by the form its row takes. A meeting's acts come from the meeting itself. */
export const campaignBodies = {
  results: z.strictObject({ reason }),
  verdict: z.strictObject({ reason: reason.optional() }),
  closing: z.strictObject({ reason: reason.optional() }),
} as const satisfies Partial<Record<CampaignForm, z.ZodType>>;
export type PostedForm = keyof typeof campaignBodies;

/** The events that have a route of their own, with the form each takes. */
export const postedCampaignActs: readonly (readonly [CampaignEvent, PostedForm])[] = campaignActs.flatMap((event) => {
  const takes = campaignStatuses.map((status) => findCampaignLaw(status, event)?.takes).find((form) => form);
  return takes !== undefined && takes in campaignBodies ? [[event, takes as PostedForm] as const] : [];
});
