import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { phrasesOf, removePhrase, usePhrase } from '../../records/campaign/phrases.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';

export const UsedPhrase = z.strictObject({ text: paragraph(500), clause: line(100).optional() });

/** Sentences the office of a campaign writes again and again; writing one again counts it. */
export function phraseRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Router {
  const router = Router({ mergeParams: true });
  const offices: RequestHandler<{ id: string }> = async (request, response, next) => {
    const { id } = request.params;
    requireRole(callerOf(response), ['office'], id);
    if (!(await findCampaign(db, id)))
      throw new Problem('not_found', { zh: '没有这个年度评审。', en: 'There is no such annual review.' });
    next();
  };

  router.get<'/', { id: string }>('/', offices, async (request, response) => {
    sendCacheable(request, response, { items: await phrasesOf(db, request.params.id) });
  });
  router.post<'/', { id: string }>('/', offices, async (request, response) => {
    const { text, clause } = UsedPhrase.parse(request.body);
    const phrase = await usePhrase(db, { campaignId: request.params.id, text, clause, at: await clock() });
    response.status(phrase.used === 1 ? 201 : 200).json(phrase);
  });
  router.delete<'/:phraseId', { id: string; phraseId: string }>('/:phraseId', offices, async (request, response) => {
    const { id, phraseId } = request.params;
    const removed = isUuid(phraseId) && (await removePhrase(db, id, phraseId));
    if (!removed) throw new Problem('not_found', { zh: '没有这条常用语。', en: 'There is no such phrase.' });
    response.status(204).end();
  });
  return router;
}
