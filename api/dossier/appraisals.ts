import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { entriesOf, oneOf, yearNumber } from './fields.js';

/** 通知 四（一）6: the result of each year's appraisal, one entry a year. */
export const appraisals = z.strictObject({
  entries: entriesOf(
    z.strictObject({ year: yearNumber.exactOptional(), result: oneOf(['excellent', 'passed', 'failed']) }),
    20,
  ),
}) satisfies z.ZodType<NonNullable<Dossier['appraisals']>>;
