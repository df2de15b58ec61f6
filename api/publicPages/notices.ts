import type { z } from 'zod';
import type { NoticeLine } from '../../documents/pages/noticePages.js';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import type { Deps } from '../deps.js';
import { listNotices, type NoticesQuery, specialtyName } from '../publicNotices/publicNotices.js';

/** A page of what is on notice, as people read it: the specialties by name. */
export async function noticeLines(
  deps: Pick<Deps, 'db' | 'clock'>,
  query: z.infer<typeof NoticesQuery>,
): Promise<{ readonly lines: readonly NoticeLine[]; readonly next: string | null }> {
  const [{ notices, next }, campaigns] = await Promise.all([listNotices(deps, query), listCampaigns(deps.db)]);
  const policies = new Map(campaigns.map(({ id, policy }) => [id, policy]));
  const lines = notices.map(({ campaignId, ...notice }) => ({
    ...notice,
    specialty: specialtyName(policies.get(campaignId), notice.specialty),
  }));
  return { lines, next };
}
