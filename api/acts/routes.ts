import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import { findIntake } from '../../records/application/intakes.js';
import type { Database } from '../../records/database.js';
import type { Actor } from '../../rules/application/act.js';
import {
  type EventName,
  eventLabels,
  findLaw,
  personEvents,
  type Role,
  roles,
  statuses,
} from '../../rules/application/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { ActHeaders, own } from '../openapi/parts.js';
import { PendingAnswer, ReceiptAnswer } from './answers.js';
import { bodies } from './bodies.js';
import { chooseActor } from './chooseActor.js';
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

interface ActorSelection {
  readonly caller: Caller;
  readonly application: Application;
  readonly event: EventName;
  readonly as: Role | undefined;
  readonly key: string;
}

/**
 * The caller in the role they act in. A department that has passed an application on may no longer act on it, but gets
 * the answer again when it repeats the act under the same key because the answer was lost.
 */
async function actorOf(db: Database, { caller, application, event, as, key }: ActorSelection): Promise<Actor> {
  try {
    return await chooseActor(db, { caller, application, event, as });
  } catch (refusal) {
    const done = await findIntake(db, { applicationId: application.id, key });
    if (done?.act.actor.personId === caller.personId) return done.act.actor;
    throw refusal;
  }
}
