import { z } from 'zod';
import { codesOf } from '../../rules/codesOf.js';
import { maskedItems } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { yesOrNo } from './fields.js';

/** 通知 四（一）10: what is masked in confidential material. */
export const masking = z.strictObject({
  confidential: yesOrNo,
  maskedItems: z
    .array(
      z.enum(codesOf(maskedItems), bilingualMessage('请从所列选项中选择。', 'Please choose one of the options.')),
      bilingualMessage('应为列表。', 'It has to be a list.'),
    )
    .max(3, bilingualMessage('最多3项。', 'At most 3 items.'))
    .exactOptional(),
  declassified: yesOrNo,
}) satisfies z.ZodType<NonNullable<Dossier['masking']>>;
