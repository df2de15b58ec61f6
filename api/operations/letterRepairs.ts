import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { repairLetter } from '../../records/mail/letterRepairs.js';
import { findStuckLetter } from '../../records/operations/stuckWork.js';
import { type RepairName, repairs } from '../../rules/application/lifecycle.js';
import { callerOf } from '../accounts/caller.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { campaignsOf } from './operated.js';
import { mailStep, notParked, operatorOf, repairStep, worded } from './repairStep.js';

const place = z
  .string()
  .regex(/^\d{1,18}$/, bilingualMessage('应为邮件的编号。', 'It has to be the number of a letter.'));
const OutboxPlace = z.object({ id: place });
/** Why a parked letter is sent once more or left unsent. */
export const LetterRepairBody = bodies.step.pick({ reason: true });

/**
 * `POST /operations/outbox/{id}/retry_step` and `skip_step`: an operator sends a parked letter once more or leaves it
 * unsent, whatever it is about. One about an application that runs is a parked step of its workflow and is repaired there.
 */
export function letterRepairRoutes(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  for (const name of repairs) router.post(`/:id/${name}`, letterRepairRoute(deps, name));
  return router;
}

function letterRepairRoute(deps: Deps, name: RepairName): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { db, clock } = deps;
    const caller = callerOf(response);
    const { personId, bindings } = caller;
    const { id } = OutboxPlace.parse(request.params);
    const letter = await findStuckLetter(db, { id, campaigns: campaignsOf(caller) });
    if (!letter) throw new Problem('not_found', { zh: '没有这封邮件。', en: 'There is no such letter.' });
    const reason = worded(LetterRepairBody.parse(request.body).reason);
    const key = keyOf(request);
    if (letter.applicationId === null) {
      const repair = { outboxId: id, key, repair: name, actorId: personId, reason, at: await clock() };
      if (!(await repairLetter(db, repair))) throw notParked();
      if (name === 'retry_step') wakeMail(deps);
    } else {
      const { application } = await getVisible(db, caller, letter.applicationId);
      const binding = operatorOf(bindings, application.campaignId);
      await repairStep(deps, { application, personId, binding, name, step: `${mailStep}${id}`, reason, key });
    }
    response.set('Idempotency-Key', key).json({ id, repair: name });
  };
}
