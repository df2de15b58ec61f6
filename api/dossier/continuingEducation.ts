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
  hours: z
    .array(
      z.strictObject({
        year: yearNumber,
        hours: z
          .int(bilingualMessage('应为整数学时。', 'It has to be whole hours.'))
          .min(0, bilingualMessage('不能小于0学时。', 'It cannot be less than 0 hours.'))
          .max(5000, bilingualMessage('不能大于5000学时。', 'It cannot be more than 5000 hours.')),
      }),
      bilingualMessage('应为列表。', 'It has to be a list.'),
    )
    .max(20, bilingualMessage('最多20个年度。', 'At most 20 years.'))
    .exactOptional(),
}) satisfies z.ZodType<NonNullable<Dossier['continuingEducation']>>;
