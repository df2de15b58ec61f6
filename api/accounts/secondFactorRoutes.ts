import { z } from 'zod';
import { findSecondFactor } from '../../records/people/secondFactors.js';
import { defineRoute } from '../http/defineRoute.js';
import { Proof, password } from './secondFactor.js';

const tag = '评审会议';
const path = '/api/me/second-factor';

/** The caller's own authenticator. */
export const secondFactorRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '是否已设置动态验证码',
    roles: 'signed in',
    answers: { 200: z.object({ confirmed: z.boolean() }) },
    handle: async ({ caller }, { db }) => {
      const factor = await findSecondFactor(db, caller.personId);
      return { confirmed: factor?.confirmedAt != null };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '设置动态验证码：取得密钥',
    roles: 'signed in',
    body: z.strictObject({ password }),
    answers: { 200: z.object({ secret: z.string(), uri: z.string() }) },
    handle: ({ caller, body }, { secondFactors }) => secondFactors.offer(caller.personId, body.password),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/confirm`,
    tag,
    summary: '设置动态验证码：输入首个验证码',
    roles: 'signed in',
    body: Proof,
    answers: { 204: null },
    handle: ({ caller, body }, { secondFactors }) => secondFactors.confirm(caller.personId, body),
  }),
];
