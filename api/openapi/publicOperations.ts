import type { Operation } from './operation.js';
import { LawAnswer } from './publicAnswers.js';

/** What anybody may ask: the law as data, and what this installation is. */
export const publicOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/law',
    tag: '总则',
    summary: '全部状态、办理事项、角色及其说明（ETag）',
    open: true,
    answers: { 200: LawAnswer, 304: null },
  },
];
