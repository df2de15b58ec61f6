import type { BilingualText } from '../bilingualText.js';

/** Who asked for a recusal: the expert, the office, or an applicant. */
export const recusalRoles = ['expert', 'office', 'applicant'] as const;
export type RecusalRole = (typeof recusalRoles)[number];
export const recusalRoleLabels: Readonly<Record<RecusalRole, BilingualText>> = {
  expert: { zh: '专家自行回避', en: 'by the expert' },
  office: { zh: '办事机构决定', en: 'by the office' },
  applicant: { zh: '申报人申请', en: 'asked for by the applicant' },
};

/** The office’s answer to a recusal. */
export const recusalOutcomes = ['granted', 'refused'] as const;
export type RecusalOutcome = (typeof recusalOutcomes)[number];
export const recusalOutcomeLabels: Readonly<Record<RecusalOutcome, BilingualText>> = {
  granted: { zh: '回避', en: 'granted' },
  refused: { zh: '不予回避', en: 'refused' },
};
