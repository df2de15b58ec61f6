import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

export interface EarlierApplication {
  readonly id: string;
  readonly number: string;
  readonly campaignTitle: string;
  readonly openedAt: Instant;
}

/** The other applications of a person, the newest first; at most `limit`. */
export async function earlierApplications(
  database: Database,
  { applicantId, id, limit }: { readonly applicantId: string; readonly id: string; readonly limit: number },
): Promise<readonly EarlierApplication[]> {
  const rows = await database.application.findMany({
    where: { applicantId, id: { not: id } },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, number: true, openedAt: true, campaign: { select: { title: true } } },
  });
  return rows.map(({ campaign, openedAt, ...row }) => ({
    ...row,
    campaignTitle: campaign.title,
    openedAt: instantFrom(openedAt),
  }));
}
