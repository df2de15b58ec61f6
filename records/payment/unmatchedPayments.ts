import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import type { Database } from '../database.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';

export const resolutions = ['refunded', 'booked_manually', 'not_ours'] as const;
export type Resolution = (typeof resolutions)[number];

/** A payment reported by the bank that no application counts as its own. Who paid is not stored. */
export interface UnmatchedPayment {
  readonly id: string;
  readonly transactionId: string;
  /** The pay code, short number or id that the bank named. */
  readonly reference: string;
  /** Null: there is no such application. */
  readonly applicationId: string | null;
  /** In fen. */
  readonly amount: number;
  readonly channel: string;
  /** The code of the refusal. */
  readonly code: string;
  /** The part it was reported for; null where no application took it for one. */
  readonly part: FeePart | null;
  readonly receivedAt: Instant;
  readonly resolution: Resolution | null;
  readonly reason: string | null;
  readonly resolvedAt: Instant | null;
}

const columns = {
  id: true,
  transactionId: true,
  reference: true,
  applicationId: true,
  amount: true,
  channel: true,
  code: true,
  part: true,
  receivedAt: true,
  resolution: true,
  reason: true,
  resolvedAt: true,
} as const;

/**
 * Stores a payment that the API could not register as an act, because there is no such application. A trigger of the
 * database stores those that an application refused.
 */
export async function keepUnmatched(
  database: Database,
  payment: Pick<
    UnmatchedPayment,
    'transactionId' | 'reference' | 'applicationId' | 'amount' | 'channel' | 'code' | 'part'
  > & {
    readonly campaignId: string | null;
    readonly receivedAt: Instant;
  },
): Promise<void> {
  const data = [{ ...payment, receivedAt: stored(payment.receivedAt) }];
  await database.unmatchedPayment.createMany({ data, skipDuplicates: true });
}

/** Unresolved payments of a campaign, oldest first; those without a campaign are listed in each. */
export async function unmatchedOf(
  database: Database,
  given: {
    readonly campaignId: string;
    readonly after: { readonly at: Instant; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly UnmatchedPayment[]> {
  const { campaignId, after, limit } = given;
  const at = after && stored(after.at);
  const rows = await database.unmatchedPayment.findMany({
    where: {
      resolvedAt: null,
      AND: [
        { OR: [{ campaignId }, { campaignId: null }] },
        ...(at && after ? [{ OR: [{ receivedAt: { gt: at } }, { receivedAt: at, id: { gt: after.id } }] }] : []),
      ],
    },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: columns,
  });
  return rows.map(paymentOf);
}

/** Notes how a payment was resolved; null: there is none of this id, or it was resolved already. */
export async function resolveUnmatched(
  database: Database,
  given: {
    readonly id: string;
    readonly campaignId: string;
    readonly resolution: Resolution;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<UnmatchedPayment | null> {
  const { id, campaignId, resolution, reason, by, at } = given;
  const [row] = await database.unmatchedPayment.updateManyAndReturn({
    where: { id, resolvedAt: null, OR: [{ campaignId }, { campaignId: null }] },
    data: { resolution, reason, resolvedBy: by, resolvedAt: stored(at) },
    select: columns,
  });
  return row ? paymentOf(row) : null;
}

type Row = Omit<UnmatchedPayment, 'receivedAt' | 'resolvedAt' | 'resolution' | 'part'> & {
  readonly part: string | null;
  readonly receivedAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
};

function paymentOf({ receivedAt, resolvedAt, resolution, part, ...row }: Row): UnmatchedPayment {
  return {
    ...row,
    part: part as FeePart | null,
    resolution: resolution as Resolution | null,
    receivedAt: instantFrom(receivedAt),
    resolvedAt: instantOrNull(resolvedAt),
  };
}
