import { Router } from 'express';
import { z } from 'zod';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { Deps } from '../deps.js';
import { deadlineBody } from '../http/problem.js';
import { publicObjectionRoutes } from '../objections/publicObjections.js';
import { NoticesAnswer } from '../openapi/noticeAnswers.js';
import { revocations } from '../publicPages/revocations.js';
import { getNotice, listNotices, NoticesQuery } from './publicNotices.js';

/** Public notices, for people and programs: no sign-in, names masked unless the policy says otherwise. */
export function noticeRoutes(deps: Deps): Router {
  const { publicUrl } = deps;
  const router = Router();

  router.get('/', async (request, response) => {
    const { notices, next } = await listNotices(deps, NoticesQuery.parse(request.query));
    const items = notices.map(({ until, ...notice }) => ({
      ...notice,
      until: until === null ? null : isoInBeijing(until),
      url: `${publicUrl}/notices/${notice.id}`,
    }));
    response
      .set('Link', '</api/notices/schema>; rel="describedby"; type="application/schema+json"')
      .json({ items, next });
  });

  router.get('/schema', (_request, response) => {
    response.type('application/schema+json').send(JSON.stringify(z.toJSONSchema(NoticesAnswer), null, 2));
  });

  router.get('/revoked', async (_request, response) => {
    response.json({ items: await revocations(deps.db) });
  });

  router.get('/:id', async (request, response) => {
    const { deadline, ...notice } = await getNotice(deps, request.params.id);
    response.json({ ...notice, deadline: deadline && deadlineBody(deadline) });
  });
  router.use(publicObjectionRoutes(deps));
  return router;
}
