import type { RequestHandler } from 'express';
import { Problem } from './problem.js';

/** Control characters, NUL among them: no address, filter or cursor has any, and PostgreSQL stores no NUL. */
const control = /\p{Cc}/u;

/**
 * Refuses an address whose path or query holds a control character, before anything reads it.
 *
 * @throws Problem `not_found` for the path, `body_invalid` with the name of the parameter for the query
 */
export const refuseControlCharacters: RequestHandler = (request, _response, next) => {
  if (control.test(decodeURIComponent(request.path))) {
    throw new Problem('not_found', {
      zh: '没有这个地址，或者您无权查看。',
      en: 'There is nothing at this address, or you may not see it.',
    });
  }
  for (const [name, value] of new URLSearchParams(request.url.slice(request.path.length))) {
    if (!control.test(`${name}${value}`)) continue;
    throw new Problem(
      'body_invalid',
      { zh: '地址中含有不可见的控制字符。', en: 'The address contains invisible control characters.' },
      { field: control.test(name) ? null : name },
    );
  }
  next();
};
