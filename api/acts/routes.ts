import { z } from 'zod';
import { eventLabels, findLaw, personEvents, roles, statuses } from '../../rules/application/lifecycle.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { ActHeaders, own } from '../openapi/parts.js';
import { actorOf } from './actorOf.js';
import { PendingAnswer, ReceiptAnswer } from './answers.js';
import { bodies } from './bodies.js';
import { formOf } from './formOf.js';
import { expectedSeqOf, keyOf } from './headers.js';
import { performAct } from './performAct.js';
import { sendReceipt } from './receipt.js';

/** One route for each event of the law that people can do. The law says who may. */
export const actRoutes = personEvents.map((event) =>
  defineRoute({
    method: 'post',
    path: `${own}/actions/${event}`,
    tag: '办理',
    summary: `${eventLabels[event].zh} · ${eventLabels[event].en}`,
    roles: 'signed in',
    among: roles.filter((role) => statuses.some((status) => findLaw(status, event)?.allowedRoles.includes(role))),
    headers: ActHeaders,
    subject: visibleApplication,
    query: z.strictObject({ as: z.enum(roles).optional() }),
    rawBody: bodies[formOf(event)],
    answers: { 200: ReceiptAnswer, 202: PendingAnswer },
    handle: async ({ subject: { application }, query: { as }, caller, request, response }, services) => {
      const key = keyOf(request);
      const receipt = await performAct(services, {
        application,
        event,
        form: formOf(event),
        actor: await actorOf(services.db, { caller, application, event, as, key }),
        key,
        expectedSeq: expectedSeqOf(request),
        // Parsed there: the hash of a repeated act is that of the body as it was sent.
        body: request.body ?? {},
      });
      sendReceipt(response, application.id, receipt);
    },
  }),
);
