import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { date, oneOf } from './fields.js';

/** 通知 四（七）: the certificate of a highly skilled worker. */
export const skilledCertificate = z.strictObject({
  grade: oneOf(['senior_worker', 'technician', 'senior_technician']),
  obtainedOn: date,
}) satisfies z.ZodType<NonNullable<Dossier['skilledCertificate']>>;
