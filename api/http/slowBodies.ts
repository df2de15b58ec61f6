import type { RequestHandler } from 'express';
import { sendProblem } from './errorHandler.js';
import { Problem } from './problem.js';

/** A body may pause for this long; a form or a scan over a poor line does not. */
const longestPauseMs = 15_000;

/**
 * Closes a connection whose body stops arriving, or whose answer is not read any more, `pauseMs` after the last byte. An
 * answer may take as long as it needs until it begins. The server's `requestTimeout` bounds the arrival as a whole.
 */
export function cutSlowBodies(pauseMs = longestPauseMs): RequestHandler {
  return (request, response, next) => {
    request.setTimeout(pauseMs, () => {
      if (request.complete) return;
      response.once('finish', () => request.destroy());
      if (response.headersSent) response.end();
      else sendProblem(response.set('Connection', 'close'), tooSlow());
    });
    // Without this listener Node ends a connection that is silent because the answer is still being worked out.
    response.on('timeout', () => {
      if (request.complete && response.headersSent) request.destroy();
    });
    next();
  };
}

const tooSlow = () =>
  new Problem('body_too_slow', {
    zh: '内容传输中断，已停止接收，请重新提交。',
    en: 'The content stopped arriving; please send it again.',
  });
