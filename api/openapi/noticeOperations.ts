import { NoticesQuery } from '../onNotice.js';
import { NoticeAnswer, NoticesAnswer } from './noticeAnswers.js';
import type { Operation } from './operation.js';

/** What anybody may read. */
export const noticeOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/notices',
    tag: '公示',
    summary: '正在公示的名单',
    open: true,
    query: NoticesQuery,
    answers: { 200: NoticesAnswer },
  },
  {
    method: 'get',
    path: '/api/notices/{id}',
    tag: '公示',
    summary: '一份公示',
    open: true,
    answers: { 200: NoticeAnswer },
  },
];
