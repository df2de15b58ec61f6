import { z } from 'zod';
import { UsedPhrase } from '../campaigns/phrases.js';
import type { Operation } from './operation.js';

export const PhraseAnswer = z
  .object({ id: z.uuid(), text: z.string(), clause: z.string().nullable(), used: z.int() })
  .meta({ id: 'Phrase' });
const path = '/api/campaigns/{id}/phrases';

/** Sentences an office writes again and again. */
export const phraseOperations: readonly Operation[] = [
  {
    method: 'get',
    path,
    tag: '年度评审',
    summary: '常用语，用得最多的在前',
    answers: { 200: z.object({ items: z.array(PhraseAnswer) }), 304: null },
  },
  {
    method: 'post',
    path,
    tag: '年度评审',
    summary: '用了一条常用语；新的记下（201），已有的计数（200）',
    body: UsedPhrase,
    answers: { 200: PhraseAnswer, 201: PhraseAnswer },
  },
  {
    method: 'delete',
    path: `${path}/{phraseId}`,
    tag: '年度评审',
    summary: '删除一条常用语',
    answers: { 204: null },
  },
];
