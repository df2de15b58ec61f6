import type { BilingualText } from '../bilingualText.js';

/** How a request ends that somebody else decides: to join a unit, to register one, to bear another name. */
export const requestOutcomes = ['accepted', 'refused', 'withdrawn'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

export const requestOutcomeLabels: Readonly<Record<RequestOutcome, BilingualText>> = {
  accepted: { zh: '已同意', en: 'Accepted' },
  refused: { zh: '未同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** What the other side may answer. */
export const decisions = ['accepted', 'refused'] as const satisfies readonly RequestOutcome[];
export type Decision = (typeof decisions)[number];

/** Whether a decision is told with a reason. */
export const needsReason = (decision: Decision): boolean => decision === 'refused';

/** Requests of one person that may be open at once: a main unit and one beside it, and a mistake. */
export const mostOpenRequests = 3;

/** How people want their letters. */
export const letterWays = ['mail', 'sms', 'both'] as const;
export type LetterWay = (typeof letterWays)[number];

/** Languages of the portal. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
