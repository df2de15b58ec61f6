import type { BilingualText } from '../bilingualText.js';

/** Whether a campaign takes applications: not yet, now, or no more. */
export const campaignStates = ['preparing', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];
export const campaignStateLabels: Readonly<Record<CampaignState, BilingualText>> = {
  preparing: { zh: '准备中', en: 'Preparing' },
  open: { zh: '已开放', en: 'Open' },
  closed: { zh: '已结束', en: 'Closed' },
};
