import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, entriesOf, oneOf, text, yesOrNo } from './fields.js';

/** 通知 四（一）2: education, one entry a degree. */
export const education = z.strictObject({
  entries: entriesOf(
    z.strictObject({
      level: oneOf(['secondary', 'college', 'bachelor', 'master', 'doctor']),
      school: text(200),
      major: text(200),
      graduatedOn: date,
      verifiable: yesOrNo,
    }),
    20,
  ),
}) satisfies z.ZodType<NonNullable<Dossier['education']>>;
