import { dayReport, feeReport } from '../../documents/paper/fees/feeReports.js';
import type { Paper } from '../../documents/paper/paper.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { closesOf, findClose } from '../../records/dayClose/dayCloses.js';
import { closeSums, feeSums } from '../../records/dayClose/feeSums.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { FeePaperName } from '../../rules/papers/feePaperKinds.js';
import type { Deps } from '../deps.js';

/** A report of the fees of a campaign as its record has it now; null: that day is not closed. */
export async function makeFeeReport(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id: campaignId, title, policy }: Campaign,
  { kind, subjectId }: { readonly kind: FeePaperName; readonly subjectId: string | null },
): Promise<Paper | null> {
  const campaign = { campaignId, title, policy };
  if (kind === 'day_report') {
    const close = subjectId === null ? null : await findClose(db, campaignId, { id: subjectId });
    return close && dayReport(campaign, close);
  }
  const [sums, closes, held] = await Promise.all([
    feeSums(db, campaignId),
    closesOf(db, campaignId),
    closeSums(db, campaignId),
  ]);
  const counted = closes.toReversed().map((close) => ({ ...close, count: 0, amount: 0, ...held.get(close.id ?? '') }));
  return feeReport(campaign, { on: localDateOf(await clock()), sums, closes: counted });
}
