import type { RequestHandler } from 'express';
import { sendProblem } from './errorHandler.js';
import { Problem } from './problem.js';

/** A body may pause for this long; a form or a scan over a poor line does not. */
const longestPauseMs = 15_000;

/**
 * Closes a connection whose body stops arriving, `pauseMs` after the last byte. The server's `requestTimeout` bounds
 * the whole.
 */
export function cutSlowBodies(pauseMs = longestPauseMs): RequestHandler {
  return (request, response, next) => {
    request.setTimeout(pauseMs, () => {
      if (request.complete) return;
      response.once('finish', () => request.destroy());
      if (response.headersSent) response.end();
      else sendProblem(response.set('Connection', 'close'), tooSlow());
    });
    next();
  };
}

const tooSlow = () =>
  new Problem('body_too_slow', {
    zh: '内容传输中断，已停止接收，请重新提交。',
    en: 'The content stopped arriving; please send it again.',
  });
