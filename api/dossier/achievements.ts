import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, entriesOf, paragraphs, text } from './fields.js';

/** 通知 四（一）5: practice and achievements since the present title. */
export const achievements = z.strictObject({
  entries: entriesOf(
    z.strictObject({ title: text(200), role: text(200), obtainedOn: date, description: paragraphs(5000) }),
    60,
  ),
}) satisfies z.ZodType<NonNullable<Dossier['achievements']>>;
