/** Whether a campaign takes applications: not yet, now, or no more. */
export const campaignStates = ['preparing', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];
