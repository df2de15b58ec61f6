import { createHash } from 'node:crypto';
import { defineRoute } from '../http/defineRoute.js';
import { LawAnswer } from './answers.js';
import { lawBody } from './lawBody.js';

const text = JSON.stringify(lawBody());
const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

/** The law as data, for everybody. It changes only with the code, so a browser that has it gets 304. */
export const lawRoute = defineRoute({
  method: 'get',
  path: '/api/law',
  tag: '总则',
  summary: '全部状态、办理事项、角色及其说明（ETag）',
  roles: 'public',
  answers: { 200: LawAnswer, 304: null },
  handle: ({ request, response }) => {
    response.set({ ETag: etag, 'Cache-Control': 'public, max-age=60' });
    if (request.fresh) response.status(304).end();
    else response.type('json').send(text);
  },
});
