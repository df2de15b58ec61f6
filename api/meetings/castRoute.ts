import express, { type ErrorRequestHandler, Router } from 'express';
import { z } from 'zod';
import { isAmongCounted } from '../../records/meeting/ballots.js';
import { findMotion } from '../../records/meeting/motions.js';
import { choices } from '../../rules/meeting/ballot/choices.js';
import { isCounted, takesBallots } from '../../rules/meeting/motionLaw.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { problemOfError, sendProblem } from '../http/errorHandler.js';
import { Problem } from '../http/problem.js';
import type { BallotBox } from './ballotBox.js';
import { isSigned } from './paperSignature.js';

const serial = z
  .string()
  .regex(/^[0-9a-f]{64}$/, bilingualMessage('须为32字节的十六进制数。', 'It has to be 32 bytes in hexadecimal.'));
const signature = z.base64().max(400);
/** A ballot with what shows that its voter may vote, and the receipt it is answered for. Nothing tells whose they are. */
export const CastBallot = z.strictObject({
  ballot: z.strictObject({ serial, signature, choice: z.enum(choices) }),
  receipt: z.strictObject({ serial, signature }),
});

/**
 * `POST /api/ballots/{motionId}`: a ballot is handed in, without a session. This router stands before the log of
 * requests, before metrics and before whatever asks who is calling, and has an end of its own: it notes neither who, nor
 * when, nor from where. See docs/ballot.md.
 */
export function castRoutes({ db, box }: Pick<Deps, 'db'> & { readonly box: BallotBox }): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.post('/:motionId', express.json({ limit: '4kb' }), async (request, response) => {
    const { motionId } = request.params;
    const motion = isUuid(motionId) ? await findMotion(db, motionId) : null;
    const { ballotKey, receiptKey } = motion ?? {};
    if (!motion || !ballotKey || !receiptKey)
      throw new Problem('not_found', { zh: '没有这项表决。', en: 'There is no such vote.' });
    const { ballot, receipt } = CastBallot.parse(request.body);
    const known = isCounted(motion.state) && (await isAmongCounted(db.pool, motion.id, ballot));
    // A page that has not heard yet sends again what has been counted long since.
    if (known) return void response.json({ state: 'counted' });
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
  });
  router.use(silently);
  return router;
}

const tooLate = () =>
  new Problem(
    'event_not_allowed',
    { zh: '本项表决已经结束，不再接收选票。', en: 'This vote is over and takes no more ballots.' },
    { clause: '人社部令第40号（不得补充投票）' },
  );

/** Whatever went wrong is told to whoever asked and noted nowhere. */
const silently: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  sendProblem(response, problemOfError(error));
};
