import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { ZodError } from 'zod';
import { isOutage } from '../../records/databaseErrors.js';
import type { Deps } from '../deps.js';
import { fieldErrors } from './fieldErrors.js';
import { Problem, problemBody } from './problem.js';
import { dropUnread } from './unreadBody.js';

/** Sends a problem as `application/problem+json`. */
export function sendProblem(response: Response, problem: Problem): void {
  const { retryAfterSeconds } = problem.parts;
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem)));
}

/**
 * The last handler: answers an error as a problem, and reveals nothing of an internal failure. An answer that is on its way already is cut.
 */
export function errorHandler({ logger, metrics }: Pick<Deps, 'logger' | 'metrics'>): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      // Half a file must not look like a whole one.
      response.destroy();
      // Whoever gave up a download is no fault of the server.
      if (isGivenUp(error)) return;
      logger.error({ err: error, path: request.route?.path }, 'an answer broke off');
      metrics.problems.inc({ code: problemOfError(error).code });
      return;
    }
    dropUnread(request, response);
    const problem = problemOfError(error);
    if (problem.code === 'internal' || problem.code === 'database_unreachable')
      logger.error({ err: error, path: request.route?.path }, 'unexpected failure');
    metrics.problems.inc({ code: problem.code });
    sendProblem(response, problem);
  };
}

export const notFound: RequestHandler = () => {
  throw new Problem('not_found', {
    zh: '没有这个地址，或者您无权查看。',
    en: 'There is nothing at this address, or you may not see it.',
  });
};

/** An error as the problem its caller sees; `internal` when the request is not at fault. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) {
    const errors = fieldErrors(error);
    return new Problem(
      'body_invalid',
      {
        zh: '有些内容不符合要求，请按提示修改。',
        en: 'Something is not as it has to be; please correct what is marked.',
      },
      {
        errors,
        field: errors[0]?.field ?? null,
      },
    );
  }
  if (isOutage(error)) return databaseUnreachable();
  // Nested deeper than anything here is.
  if (error instanceof RangeError && error.message.includes('call stack')) return malformed();
  switch (typeOf(error)) {
    case 'entity.too.large':
      return new Problem('body_too_large', { zh: '提交的内容超过大小限制。', en: 'What was sent is too large.' });
    case 'entity.parse.failed':
    case 'encoding.unsupported':
    case 'charset.unsupported':
    case 'request.aborted':
    case 'request.size.invalid':
      return malformed();
    default:
      if (error instanceof URIError)
        return new Problem('not_found', {
          zh: '没有这个地址，或者您无权查看。',
          en: 'There is nothing at this address, or you may not see it.',
        });
      // The JSON reader could not unpack the body: its error has no type, only a status.
      return isTheirs(error)
        ? malformed()
        : new Problem('internal', {
            zh: '系统出错了，已经记录。请稍后再试；已经登记的办理不会丢失。',
            en: 'Something went wrong in the system, and has been recorded. Please try again shortly; what was registered is not lost.',
          });
  }
}

const malformed = () =>
  new Problem('body_malformed', { zh: '请求不是有效的 JSON。', en: 'The request is not valid JSON.' });

const databaseUnreachable = () =>
  new Problem(
    'database_unreachable',
    {
      zh: '数据库暂时没有应答，请稍后再试。已经登记的办理不会丢失；请不要关闭页面，填写的内容还在。',
      en: 'The database does not answer at the moment; please try again shortly. What was registered is not lost. Keep this page open: what you filled in is still there.',
    },
    { retryAfterSeconds: 5 },
  );

const isGivenUp = (error: unknown) =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

function typeOf(error: unknown): unknown {
  return error instanceof Error && 'type' in error ? error.type : undefined;
}

function isTheirs(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400;
}
