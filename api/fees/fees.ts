import { Router } from 'express';
import { z } from 'zod';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { type FeePlace, type FeeRow, feesDue, feesPaid } from '../../records/payment/fees.js';
import {
  resolutions,
  resolveUnmatched,
  type UnmatchedPayment,
  unmatchedOf,
} from '../../records/payment/unmatchedPayments.js';
import { lawsIn, type Status, statuses } from '../../rules/application/lifecycle.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { feeOf } from '../../rules/candidate/fees.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { feeCursorOf, feePlaceOf } from './feeCursor.js';

export const FeesQuery = z.strictObject({
  state: z.enum(['due', 'paid', 'unmatched']).default('due'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export const PaymentResolution = z.strictObject({ resolution: z.enum(resolutions), reason: paragraph(2000) });

/** The status in which the law takes a payment. */
const paying = statuses.find((status) => lawsIn(status).some(([, { takes }]) => takes === 'payment'));

/** What a campaign is owed, what came in, and what the bank told that belongs to nothing. */
export function feeRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Router {
  const router = Router();

  router.get('/:id/fees', async (request, response) => {
    const { id: campaignId } = request.params;
    requireRole(callerOf(response), ['finance', 'office'], campaignId);
    await requireCampaign(db, campaignId);
    const { state, cursor, limit } = FeesQuery.parse(request.query);
    const after = cursor === undefined ? undefined : feePlaceOf(cursor);
    if (after === null)
      throw new Problem(
        'body_invalid',
        { zh: '翻页标记无效，请从第一页开始。', en: 'The cursor is not valid; please begin with the first page.' },
        { field: 'cursor' },
      );
    const asked = { campaignId, after, limit: limit + 1 };
    const now = await clock();
    const page =
      state === 'unmatched'
        ? pageOf(
            await unmatchedOf(db, { ...asked, after: placeOf(after) }),
            limit,
            paymentView,
            ({ receivedAt }) => receivedAt,
          )
        : state === 'paid'
          ? pageOf(
              await feesPaid(db, asked),
              limit,
              (row) => feeView(row, now),
              ({ paidAt }) => paidAt,
            )
          : pageOf(
              await dueIn(db, paying, asked),
              limit,
              (row) => feeView(row, now),
              ({ due }) => due,
            );
    sendCacheable(request, response, { state, ...page });
  });

  router.post('/:id/unmatched-payments/:paymentId/resolve', async (request, response) => {
    const { id: campaignId, paymentId: id } = request.params;
    const caller = callerOf(response);
    requireRole(caller, ['finance'], campaignId);
    const { resolution, reason } = PaymentResolution.parse(request.body);
    const by = { by: caller.personId, at: await clock() };
    const resolved = isUuid(id) ? await resolveUnmatched(db, { id, campaignId, resolution, reason, ...by }) : null;
    if (!resolved)
      throw new Problem('not_found', {
        zh: '没有这笔待核对的款项，或已经处理。',
        en: 'There is no such payment to be matched, or it is dealt with already.',
      });
    response.json(paymentView(resolved));
  });
  return router;
}

async function requireCampaign(db: Deps['db'], id: string): Promise<void> {
  if (!(await findCampaign(db, id)))
    throw new Problem('not_found', { zh: '没有这个年度评审。', en: 'There is no such annual review.' });
}

async function dueIn(
  db: Deps['db'],
  status: Status | undefined,
  asked: Omit<Parameters<typeof feesDue>[1], 'status'>,
): Promise<readonly FeeRow[]> {
  return status === undefined ? [] : await feesDue(db, { ...asked, status });
}

function placeOf(after: FeePlace | undefined) {
  return after && { at: after.at ?? 0, id: after.id };
}

/** One page with the mark of the next, from one row more than it holds. */
function pageOf<T extends { readonly id: string }, V>(
  rows: readonly T[],
  limit: number,
  view: (row: T) => V,
  at: (row: T) => Instant | null,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    next: rows.length > limit && last ? feeCursorOf({ at: at(last), id: last.id }) : null,
  };
}

const isoOrNull = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

function feeView({ id, policy, specialty, due, paidAt, ...row }: FeeRow, now: Instant) {
  return {
    applicationId: id,
    ...row,
    fee: feeOf({ level: row.level, specialty }, policy),
    due: isoOrNull(due),
    pastDue: due !== null && due <= now,
    paidAt: isoOrNull(paidAt),
  };
}

function paymentView({ receivedAt, resolvedAt, ...row }: UnmatchedPayment) {
  return { ...row, receivedAt: isoInBeijing(receivedAt), resolvedAt: isoOrNull(resolvedAt) };
}
