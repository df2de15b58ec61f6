import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { date, entriesOf, realDate, text, yesOrNo } from './fields.js';

/** 通知 四（一）4: work history; an entry that still runs ends with null. */
export const workHistory = z.strictObject({
  entries: entriesOf(
    z
      .strictObject({
        from: date,
        to: realDate.nullable().exactOptional(),
        employer: text(200),
        work: text(2000),
        grassroots: yesOrNo,
      })
      .refine(({ from, to }) => !from || !to || from <= to, {
        path: ['to'],
        error: bilingualMessage('截止时间早于起始时间，请核对。', 'The end lies before the beginning; please check.'),
      }),
    60,
  ),
}) satisfies z.ZodType<NonNullable<Dossier['workHistory']>>;
