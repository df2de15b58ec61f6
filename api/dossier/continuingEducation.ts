import { z } from 'zod';
import { codesOf } from '../../rules/codesOf.js';
import { continuingEducationModes } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { oneOf, yearNumber } from './fields.js';

/** 通知 四（五）: how continuing education is proved, and for which years. */
export const continuingEducation = z.strictObject({
  mode: oneOf(codesOf(continuingEducationModes)),
  years: z
    .array(yearNumber, bilingualMessage('应为年份列表。', 'It has to be a list of years.'))
    .max(20, bilingualMessage('最多20个年度。', 'At most 20 years.'))
    .exactOptional(),
}) satisfies z.ZodType<NonNullable<Dossier['continuingEducation']>>;
