import { z } from 'zod';
import type { CampaignFile } from '../../records/campaign/campaignFiles.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { type CampaignFileKind, campaignFileKinds } from '../../rules/campaign/campaignFiles.js';
import { at } from '../openapi/parts.js';

export const fileKind = z.enum(Object.keys(campaignFileKinds) as [CampaignFileKind, ...CampaignFileKind[]]);

/** The notice or an annex as a file. */
export const CampaignFileAnswer = z
  .object({
    id: z.uuid(),
    kind: fileKind,
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int().meta({ description: '字节' }),
    uploadedAt: at,
    replacedBy: z.uuid().nullable().meta({ description: '更新的版本；为空即现行' }),
    isTakenOver: z.boolean().meta({ description: '沿用自以往年度评审' }),
  })
  .meta({ id: 'CampaignFile' });
export const CampaignFilesAnswer = z.object({ items: z.array(CampaignFileAnswer) });

/** A file as the API shows it. */
export function fileView({ uploadedAt, uploadedBy: _, owner: __, sha256: ___, ...file }: CampaignFile) {
  return { ...file, uploadedAt: isoInBeijing(uploadedAt) };
}
