import { Router } from 'express';
import type { Deps } from './deps.js';
import { getNotice, listNotices, NoticesQuery } from './onNotice.js';
import { deadlineBody } from './problem.js';

/** Public notices: no sign-in, names masked. */
export function noticeRoutes({ db }: Pick<Deps, 'db'>): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const { notices, next } = await listNotices(db, NoticesQuery.parse(request.query));
    response.json({ items: notices, next });
  });

  router.get('/:id', async (request, response) => {
    const { deadline, ...notice } = await getNotice(db, request.params.id);
    response.json({ ...notice, deadline: deadline && deadlineBody(deadline) });
  });
  return router;
}
