import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { yesOrNo } from './fields.js';

/** 通知 四（一）10: what is masked in confidential material. */
export const masking = z.strictObject({
  confidential: yesOrNo,
  maskedItems: z
    .array(z.enum(['name', 'photo', 'employer'], '请从所列选项中选择。'), '应为列表。')
    .max(3, '最多3项。')
    .exactOptional(),
  declassified: yesOrNo,
}) satisfies z.ZodType<NonNullable<Dossier['masking']>>;
