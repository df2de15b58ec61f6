import { z } from 'zod';
import { codesOf } from '../../rules/codesOf.js';
import { appraisalResults } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { entriesOf, oneOf, yearNumber } from './fields.js';

/** 通知 四（一）6: the result of each year's appraisal, one entry a year. */
export const appraisals = z.strictObject({
  entries: entriesOf(
    z.strictObject({ year: yearNumber.exactOptional(), result: oneOf(codesOf(appraisalResults)) }),
    20,
  ),
}) satisfies z.ZodType<NonNullable<Dossier['appraisals']>>;
