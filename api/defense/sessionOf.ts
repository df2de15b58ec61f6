import type { Database } from '../../records/database.js';
import { type DefenseSession, findSession } from '../../records/defense/defenseSessions.js';
import { isUuid } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import { Problem } from '../http/problem.js';

export const noSuchSession = () =>
  new Problem('not_found', {
    zh: '没有这场答辩，或者您无权查看。',
    en: 'There is no such session, or you may not see it.',
  });

/** A session of this campaign. @throws Problem `not_found` */
export async function getSession(db: Database, campaignId: string, id: string | undefined): Promise<DefenseSession> {
  const session = isUuid(id) ? await findSession(db, id) : null;
  if (session?.campaignId !== campaignId) throw noSuchSession();
  return session;
}

/** The session named in the path with its campaign, as the subject of a route. @throws Problem `not_found` */
export async function sessionInPath(
  { params }: { readonly params: { readonly id: string; readonly sessionId: string } },
  { db }: { readonly db: Database },
) {
  const campaign = await getCampaign(db, params.id);
  return { campaign, session: await getSession(db, campaign.id, params.sessionId) };
}
