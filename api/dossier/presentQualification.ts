import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, oneOf, text, yesOrNo } from './fields.js';

/** 通知 四（一）3: the title held now, and the years in the profession. */
export const presentQualification = z.strictObject({
  held: yesOrNo,
  title: text(100),
  obtainedOn: date,
  obtainedIn: oneOf(['xinjiang', 'elsewhere']),
  yearsInProfession: z.int('应为整数年。').min(0, '不能小于0年。').max(70, '不能大于70年。').exactOptional(),
}) satisfies z.ZodType<NonNullable<Dossier['presentQualification']>>;
