import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { skillGrade } from '../http/campaignCodes.js';
import { date, text } from './fields.js';

/** 通知 四（七）: the certificate of a highly skilled worker. */
export const skilledCertificate = z.strictObject({
  grade: skillGrade.exactOptional(),
  obtainedOn: date,
  certificateNumber: text(100),
  validUntil: date,
}) satisfies z.ZodType<NonNullable<Dossier['skilledCertificate']>>;
