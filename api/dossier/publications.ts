import { z } from 'zod';
import { codesOf } from '../../rules/codesOf.js';
import { publicationKinds } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, entriesOf, oneOf, text } from './fields.js';

/** 通知 四（一）8: papers, or what counts as one. */
export const publications = z.strictObject({
  entries: entriesOf(
    z.strictObject({
      kind: oneOf(codesOf(publicationKinds)),
      title: text(500),
      obtainedOn: date,
    }),
    60,
  ),
}) satisfies z.ZodType<NonNullable<Dossier['publications']>>;
