import type { BilingualText } from '../bilingualText.js';

/** The paper of one expert's scores in a session, which only that expert prints. */
export const ownScoreSheetName = 'own_score_sheet';
export const ownScoreSheet: BilingualText = { zh: '本人答辩评分表', en: 'Own score sheet of a session' };
