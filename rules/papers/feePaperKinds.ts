import type { Role } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';

/** Reports of the money of a campaign, for its finance. */
export const feePaperKinds = {
  day_report: { zh: '收款日结单', en: 'Report of a closed day' },
  fee_report: { zh: '年度收费报表', en: 'Report of the fees of a campaign' },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type FeePaperName = keyof typeof feePaperKinds;

export const isFeePaperName = (name: string): name is FeePaperName => Object.hasOwn(feePaperKinds, name);

/** Who reads them. */
export const feePaperReaders = ['finance', 'office'] as const satisfies readonly Role[];
