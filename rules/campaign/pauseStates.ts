import type { BilingualText } from '../bilingualText.js';

/** A pause of a whole campaign's deadlines: requested, approved by a second person or refused, and ended. */
export const pauseStates = ['requested', 'refused', 'approved', 'ended'] as const;
export type PauseState = (typeof pauseStates)[number];
export const pauseStateLabels: Readonly<Record<PauseState, BilingualText>> = {
  requested: { zh: '待批准', en: 'To be approved' },
  refused: { zh: '未批准', en: 'Not approved' },
  approved: { zh: '中止中', en: 'Paused' },
  ended: { zh: '已恢复', en: 'Ended' },
};

/** How the keys of the acts of such a pause on single applications begin. Nobody can give an act of their own such a key. */
export const pausePrefix = 'pause-';
