import { z } from 'zod';
import { decisions, needsReason } from '../../rules/people/membership.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { paragraph } from '../http/text.js';

/** Requests that are decided at once; a refusal has a reason, which the person reads. */
export const DecisionBody = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(200),
    decision: z.enum(decisions),
    reason: paragraph(500).optional(),
  })
  .refine(({ decision, reason }) => reason !== undefined || !needsReason(decision), {
    path: ['reason'],
    message: bilingualMessage('请写明理由。', 'Please give a reason.'),
  });

/** Where a page of a list begins, and how long it is. */
export const PageQuery = z.strictObject({
  q: z.string().trim().max(50).optional(),
  cursor: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One page with the cursor of the next, from one row more than it holds. */
export function pageFrom<Row>(
  rows: readonly Row[],
  { cursor, limit }: { readonly cursor: number; readonly limit: number },
) {
  return { items: rows.slice(0, limit), next: rows.length > limit ? String(cursor + limit) : null };
}
