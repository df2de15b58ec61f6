import { z } from 'zod';
import { SignIn } from '../accounts/routes.js';
import { MeAnswer } from './accountAnswers.js';
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
];
