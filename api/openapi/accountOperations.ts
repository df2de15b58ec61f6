import { z } from 'zod';
import { NotificationsQuery, ReadUpTo } from '../accounts/notifications.js';
import { SignIn } from '../accounts/routes.js';
import { MeAnswer, NotificationsAnswer, UnreadAnswer } from './accountAnswers.js';
import type { Operation } from './operation.js';

/** Who one is. */
export const accountOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/auth/sign-in',
    tag: '账户',
    summary: '登录',
    open: true,
    body: SignIn,
    answers: { 200: z.object({ personId: z.string() }) },
  },
  { method: 'post', path: '/api/auth/sign-out', tag: '账户', summary: '退出', open: true, answers: { 204: null } },
  { method: 'get', path: '/api/me', tag: '账户', summary: '我是谁，有哪些角色', answers: { 200: MeAnswer } },
  {
    method: 'get',
    path: '/api/me/notifications',
    tag: '账户',
    summary: '发给我的通知，与邮件同文，最新的在前',
    query: NotificationsQuery,
    answers: { 200: NotificationsAnswer, 304: null },
  },
  {
    method: 'post',
    path: '/api/me/notifications/read',
    tag: '账户',
    summary: '到这一份为止都已读',
    body: ReadUpTo,
    answers: { 200: UnreadAnswer },
  },
];
