import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { isAmongCounted } from '../../records/meeting/ballots.js';
import { findMotion } from '../../records/meeting/motions.js';
import { choices } from '../../rules/meeting/ballot/choices.js';
import { isCounted, takesBallots } from '../../rules/meeting/motionLaw.js';
import { isUuid } from '../applications/visible.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute, mountRoutes } from '../http/defineRoute.js';
import { problemOfError, sendProblem } from '../http/errorHandler.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import { CountedAnswer, HeldAnswer } from './answers.js';
import { isSigned } from './paperSignature.js';

const serial = z
  .string()
  .regex(/^[0-9a-f]{64}$/, bilingualMessage('须为32字节的十六进制数。', 'It has to be 32 bytes in hexadecimal.'));
const signature = z.base64().max(400);
/** A ballot with the signature that shows its voter may vote, and its receipt. Nothing reveals whose they are. */
const CastBallot = z.strictObject({
  ballot: z.strictObject({ serial, signature, choice: z.enum(choices) }),
  receipt: z.strictObject({ serial, signature }),
});

const castRoute = defineRoute({
  method: 'post',
  path: '/api/ballots/{motionId}',
  tag: '评审会议',
  summary: '投票：不登录，不记录来源和时间',
  roles: 'public',
  // Parsed after the motion is found: without one there is nothing to say about a ballot.
  rawBody: CastBallot,
  answers: { 200: CountedAnswer, 202: HeldAnswer },
  handle: async ({ params: { motionId }, request, response }, { db, box }) => {
    const motion = isUuid(motionId) ? await findMotion(db, motionId) : null;
    const { ballotKey, receiptKey } = motion ?? {};
    if (!motion || !ballotKey || !receiptKey)
      throw new Problem('not_found', { zh: '没有这项表决。', en: 'There is no such vote.' });
    const { ballot, receipt } = CastBallot.parse(request.body);
    const known = isCounted(motion.state) && (await isAmongCounted(db.pool, motion.id, ballot));
    // A page that missed the answer sends again what was counted already.
    if (known) return { state: 'counted' };
    if (!takesBallots(motion.state)) throw tooLate();
    const genuine =
      isSigned('ballot', motion.id, ballotKey, ballot) && isSigned('receipt', motion.id, receiptKey, receipt);
    if (!genuine)
      throw new Problem('paper_invalid', {
        zh: '选票或回执不是本项表决签发的，不能投入。',
        en: 'The ballot or the receipt was not issued for this vote and cannot be cast.',
      });
    const receivedPapers = box.submitPapers(motion.id, ballot, receipt);
    if (receivedPapers === 'contradicts')
      throw new Problem('papers_given', {
        zh: '这张选票或回执已经投入过，内容不能更改。',
        en: 'This ballot or receipt has been cast already and cannot be changed.',
      });
    if (receivedPapers === 'too_late') throw tooLate();
    response.status(202).json({ state: 'held' });
  },
});
export const ballotRoutes = [castRoute];

/**
 * Where a ballot is handed in, without a session. This router stands before the log of requests, before metrics and
 * before authentication, and has an error handler of its own: it records neither who, nor when, nor from where. See
 * docs/ballot.md.
 */
export function ballotRouter(services: Services): Router {
  const router = Router();
  router.use('/api/ballots', keptNowhere, express.json({ limit: '4kb' }));
  mountRoutes(router, ballotRoutes, services);
  router.use('/api/ballots', silently);
  return router;
}

const keptNowhere: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const tooLate = () =>
  new Problem(
    'event_not_allowed',
    { zh: '本项表决已经结束，不再接收选票。', en: 'This vote is over and takes no more ballots.' },
    { clause: '人社部令第40号（不得补充投票）' },
  );

/** A failure is answered and recorded nowhere. */
const silently: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  sendProblem(response, problemOfError(error));
};
