import { z } from 'zod';
import { phrasesOf, removePhrase, usePhrase } from '../../records/campaign/phrases.js';
import { isUuid } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';
import { campaignInPath } from './campaign.js';

export const PhraseAnswer = z
  .object({ id: z.uuid(), text: z.string(), clause: z.string().nullable(), used: z.int() })
  .meta({ id: 'Phrase' });

const tag = '年度评审';
const path = '/api/campaigns/{id}/phrases';

/** Sentences the office of a campaign writes again and again; writing one again counts it. */
export const phraseRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '常用语，用得最多的在前',
    roles: ['office'],
    subject: campaignInPath,
    answers: { 200: z.object({ items: z.array(PhraseAnswer) }), 304: null },
    handle: async ({ subject: campaign }, { db }) => ({ items: await phrasesOf(db, campaign.id) }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '用了一条常用语；新的记下（201），已有的计数（200）',
    roles: ['office'],
    subject: campaignInPath,
    body: z.strictObject({ text: paragraph(500), clause: line(100).optional() }),
    answers: { 200: PhraseAnswer, 201: PhraseAnswer },
    handle: async ({ subject: campaign, body: { text, clause }, response }, { db, clock }) => {
      const phrase = await usePhrase(db, { campaignId: campaign.id, text, clause, at: await clock() });
      response.status(phrase.used === 1 ? 201 : 200).json(phrase);
    },
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{phraseId}`,
    tag,
    summary: '删除一条常用语',
    roles: ['office'],
    subject: campaignInPath,
    answers: { 204: null },
    handle: async ({ subject: campaign, params: { phraseId } }, { db }) => {
      const removed = isUuid(phraseId) && (await removePhrase(db, campaign.id, phraseId));
      if (!removed) throw new Problem('not_found', { zh: '没有这条常用语。', en: 'There is no such phrase.' });
    },
  }),
];
