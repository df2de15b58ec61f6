import { z } from 'zod';
import { codesOf } from '../../rules/codesOf.js';
import { titleOrigins, titleWays } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { level } from '../http/campaignCodes.js';
import { date, oneOf, text, yesOrNo } from './fields.js';

/** 通知 四（一）3: the title held now, and the years in the profession. */
export const presentQualification = z.strictObject({
  held: yesOrNo,
  title: text(100),
  level: level.exactOptional(),
  obtainedOn: date,
  obtainedIn: oneOf(codesOf(titleOrigins)),
  obtainedBy: oneOf(codesOf(titleWays)),
  yearsInProfession: z
    .int(bilingualMessage('应为整数年。', 'It has to be whole years.'))
    .min(0, bilingualMessage('不能小于0年。', 'It cannot be less than 0 years.'))
    .max(70, bilingualMessage('不能大于70年。', 'It cannot be more than 70 years.'))
    .exactOptional(),
  certificateNumber: text(100),
}) satisfies z.ZodType<NonNullable<Dossier['presentQualification']>>;
