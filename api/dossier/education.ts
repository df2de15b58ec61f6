import { z } from 'zod';
import { codesOf } from '../../rules/codesOf.js';
import { degreeLevels } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, entriesOf, oneOf, text, yesOrNo } from './fields.js';

/** 通知 四（一）2: education, one entry a degree. */
export const education = z.strictObject({
  entries: entriesOf(
    z.strictObject({
      level: oneOf(codesOf(degreeLevels)),
      school: text(200),
      major: text(200),
      graduatedOn: date,
      verifiable: yesOrNo,
      certificateNumber: text(100),
    }),
    20,
  ),
}) satisfies z.ZodType<NonNullable<Dossier['education']>>;
