import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, text } from './fields.js';

/** 通知 四（六）: the grade of the Mandarin certificate; which grades count is the policy's to say. */
export const mandarin = z.strictObject({
  grade: text(20),
  certificateNumber: text(100),
  validUntil: date,
}) satisfies z.ZodType<NonNullable<Dossier['mandarin']>>;
