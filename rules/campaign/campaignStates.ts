/** Whether a campaign takes applications: not yet, now, or no more. */
export const campaignStates = ['preparing', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** States in which nobody works on a campaign any more. */
export const noLongerRunning = ['closed'] as const satisfies readonly CampaignState[];
