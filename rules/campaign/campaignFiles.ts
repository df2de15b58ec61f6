import type { BilingualText } from '../bilingualText.js';

/** What a file of a campaign is: the notice itself, or an annex of it. */
export const campaignFileKinds = {
  notice: { zh: '通知', en: 'Notice' },
  annex: { zh: '附件', en: 'Annex' },
} as const satisfies Record<string, BilingualText>;
export type CampaignFileKind = keyof typeof campaignFileKinds;

/** The size of a file as people read it, `1.2 MB`. */
export function sizeInWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1) return `${bytes} B`;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
