import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { repairLetter } from '../../records/mail/letterRepairs.js';
import { findStuckLetter } from '../../records/operations/stuckWork.js';
import { repairs } from '../../rules/application/lifecycle.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import { getVisible } from '../applications/visible.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { ActHeaders } from '../openapi/parts.js';
import { LetterRepairAnswer } from './answers.js';
import { campaignsOf, forOperators } from './operated.js';
import { mailStep, notParked, operatorOf, repairStep, requireReason } from './repairStep.js';

const OutboxId = z.object({
  id: z.string().regex(/^\d{1,18}$/, bilingualMessage('应为邮件的编号。', 'It has to be the number of a letter.')),
});

/**
 * An operator sends a parked letter once more or leaves it unsent. A letter about an application that runs is a parked
 * step of its workflow and is repaired there.
 */
export const letterRepairRoutes = repairs.map((name) =>
  defineRoute({
    ...forOperators,
    method: 'post',
    path: `/api/operations/outbox/{id}/${name}`,
    tag: '运维',
    summary: name === 'retry_step' ? '重新发送停发的邮件' : '不再发送停发的邮件',
    headers: ActHeaders.pick({ 'idempotency-key': true }),
    subject: async ({ params, caller }, { db }) => {
      const { id } = OutboxId.parse(params);
      const letter = await findStuckLetter(db, { id, campaigns: campaignsOf(caller) });
      if (!letter) throw new Problem('not_found', { zh: '没有这封邮件。', en: 'There is no such letter.' });
      return { id, letter };
    },
    body: bodies.step.pick({ reason: true }),
    answers: { 200: LetterRepairAnswer },
    handle: async ({ subject: { id, letter }, body, caller, request, response }, services) => {
      const { db, clock } = services;
      const { personId, bindings } = caller;
      const reason = requireReason(body.reason);
      const key = keyOf(request);
      if (letter.applicationId === null) {
        const repair = { outboxId: id, key, repair: name, actorId: personId, reason, at: await clock() };
        if (!(await repairLetter(db, repair))) throw notParked();
        if (name === 'retry_step') wakeMail(services);
      } else {
        const { application } = await getVisible(db, caller, letter.applicationId);
        const binding = operatorOf(bindings, application.campaignId);
        await repairStep(services, { application, personId, binding, name, step: `${mailStep}${id}`, reason, key });
      }
      response.set('Idempotency-Key', key);
      return { id, repair: name };
    },
  }),
);
