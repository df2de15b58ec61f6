import type { Database } from '../../records/database.js';
import { type DefenseSession, findSession } from '../../records/defense/defenseSessions.js';
import { isUuid } from '../applications/visible.js';
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
