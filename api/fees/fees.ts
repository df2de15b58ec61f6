import { z } from 'zod';
import { cursorOf, type KeysetPlace, placeOf } from '../../records/keyset.js';
import { type FeeRow, feesDue, feesPaid } from '../../records/payment/fees.js';
import { unmatchedOf } from '../../records/payment/unmatchedPayments.js';
import { type Status, statuses } from '../../rules/application/lifecycle.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { type FeePart, feeOf, partPaidIn } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { paymentOutcomes } from '../../rules/fees/paymentOutcomes.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { FeesAnswer } from './answers.js';
import { paymentView } from './keptPayments.js';

const FeesQuery = z.strictObject({
  state: z.enum(['due', 'paid', 'unmatched']).default('due'),
  outcome: z.enum(codesOf(paymentOutcomes)).optional().describe('只列这样的不符款项'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});

/** The status in which the law takes each part. */
const statusOf = { review: statusOfPart('review'), defense: statusOfPart('defense') };

function statusOfPart(part: FeePart): Status {
  const status = statuses.find((one) => partPaidIn(one) === part);
  if (!status) throw new Error(`the law takes the ${part} fee nowhere`);
  return status;
}

/** Of so many kept payments, the oldest, those of one outcome are picked. */
const mostFiltered = 1_000;

const tag = '缴费';

/** The fees a campaign is owed, those paid, and payments that were kept. */
export const feeRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/fees',
    tag,
    summary: '应收、已收和对不上的款项',
    roles: ['finance', 'office'],
    subject: campaignInPath,
    query: FeesQuery,
    answers: { 200: FeesAnswer, 304: null },
    handle: async ({ subject: { id: campaignId }, query: { state, outcome, cursor, limit } }, { db, clock }) => {
      const after = cursor === undefined ? undefined : placeOf(cursor);
      if (after === null)
        throw new Problem(
          'body_invalid',
          { zh: '翻页标记无效，请从第一页开始。', en: 'The cursor is not valid; please begin with the first page.' },
          { field: 'cursor' },
        );
      const asked = { campaignId, after, limit: limit + 1 };
      const now = await clock();
      if (state === 'unmatched' && outcome !== undefined) {
        const kept = await unmatchedOf(db, { campaignId, after: undefined, limit: mostFiltered });
        return { state, items: kept.map(paymentView).filter((one) => one.outcome === outcome), next: null };
      }
      const page =
        state === 'unmatched'
          ? pageOf(
              await unmatchedOf(db, { ...asked, after: receivedPlace(after) }),
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
                await feesDue(db, { ...asked, statusOf }),
                limit,
                (row) => feeView(row, now),
                ({ due }) => due,
              );
      return { state, ...page };
    },
  }),
];

function receivedPlace(after: KeysetPlace | undefined) {
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
    next: rows.length > limit && last ? cursorOf({ at: at(last), id: last.id }) : null,
  };
}

const isoOrNull = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

function feeView({ id, policy, specialty, due, paidAt, ...row }: FeeRow, now: Instant) {
  return {
    applicationId: id,
    ...row,
    fee: feeOf({ level: row.level, specialty }, policy, row.part),
    due: isoOrNull(due),
    pastDue: !row.paused && due !== null && due <= now,
    paidAt: isoOrNull(paidAt),
  };
}
