import type { RequestHandler } from 'express';
import { callerOf, holds } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';

/**
 * Lets through who operates every campaign: the engine keeps payloads of all of them. Behind `authenticate`.
 *
 * @throws Problem `not_permitted`
 */
export const operatorsOnly: RequestHandler = (_request, response, next) => {
  if (!holds(callerOf(response), 'operator'))
    throw new Problem('not_permitted', { zh: '只有运维人员可以查看。', en: 'Only operators can see this.' });
  next();
};
