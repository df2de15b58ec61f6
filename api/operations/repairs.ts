import { repairs } from '../../rules/application/lifecycle.js';
import { ReceiptAnswer } from '../acts/answers.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import { sendReceipt } from '../acts/receipt.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { ActHeaders, own } from '../openapi/parts.js';
import { operatorOf, repairStep, requireReason } from './repairStep.js';

/** An operator repairs a parked step of an application, and says why. */
export const repairRoutes = repairs.map((name) =>
  defineRoute({
    method: 'post',
    path: `${own}/actions/${name}`,
    tag: '运维',
    summary: name === 'retry_step' ? '重试待处理步骤' : '跳过待处理步骤',
    roles: 'signed in',
    headers: ActHeaders.pick({ 'idempotency-key': true }),
    subject: async (arrival, services) => {
      const { application } = await visibleApplication(arrival, services);
      return { application, binding: operatorOf(arrival.caller.bindings, application.campaignId) };
    },
    body: bodies.step,
    answers: { 200: ReceiptAnswer },
    handle: async ({ subject, body: { step, reason }, caller: { personId }, request, response }, services) => {
      const given = { ...subject, personId, name, step, reason: requireReason(reason), key: keyOf(request) };
      sendReceipt(response, subject.application.id, await repairStep(services, given));
    },
  }),
);
