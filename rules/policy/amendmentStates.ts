import type { BilingualText } from '../bilingualText.js';

/** An amendment of the policy of running applications: proposed, and approved by a second person or withdrawn. */
export const amendmentStates = ['proposed', 'approved', 'withdrawn'] as const;
export type AmendmentState = (typeof amendmentStates)[number];
export const amendmentStateLabels: Readonly<Record<AmendmentState, BilingualText>> = {
  proposed: { zh: '待批准', en: 'To be approved' },
  approved: { zh: '已批准', en: 'Approved' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};
