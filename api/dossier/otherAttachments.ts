import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, paragraphs, yesOrNo } from './fields.js';

/** 通知 四（一）9: other attachments, and the commitment of Annex 3. */
export const otherAttachments = z.strictObject({
  remarks: paragraphs(2000),
  commitmentSigned: yesOrNo,
  examinationOn: date,
}) satisfies z.ZodType<NonNullable<Dossier['otherAttachments']>>;
