import { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import { findIntake } from '../../records/application/intakes.js';
import type { Database } from '../../records/database.js';
import type { Actor, FormName } from '../../rules/application/act.js';
import { type EventName, personEvents, type Role, roles } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { type Caller, callerOf } from '../accounts/caller.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { chooseActor } from './chooseActor.js';
import { formOf } from './formOf.js';
import { expectedSeqOf, keyOf } from './headers.js';
import { performAct, type Receipt } from './performAct.js';

export const As = z.strictObject({ as: z.enum(roles).optional() });

/** One route for each event of the law that people can do: `POST /{id}/actions/{event}`. */
export function actRoutes(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  for (const event of personEvents) router.post(`/:id/actions/${event}`, actRoute(deps, event, formOf(event)));
  return router;
}

interface ActorSelection {
  readonly caller: Caller;
  readonly application: Application;
  readonly event: EventName;
  readonly as: Role | undefined;
  readonly key: string;
}

function actRoute(deps: Deps, event: EventName, form: FormName): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { as } = As.parse(request.query);
    const { application } = await getVisible(deps.db, caller, request.params.id);
    const key = keyOf(request);
    const receipt = await performAct(deps, {
      application,
      event,
      form,
      actor: await actorOf(deps.db, { caller, application, event, as, key }),
      key,
      expectedSeq: expectedSeqOf(request),
      body: request.body ?? {},
    });
    sendReceipt(response, application.id, receipt);
  };
}

/**
 * Whom the caller acts as. A department that has passed an application on may no longer do so: asking again under the
 * key of what it did, because the answer was lost, it is still who it was.
 */
async function actorOf(db: Database, { caller, application, event, as, key }: ActorSelection): Promise<Actor> {
  try {
    return chooseActor(caller, application.facts, event, as);
  } catch (refusal) {
    const done = await findIntake(db, { applicationId: application.id, key });
    if (done?.act.actor.personId === caller.personId) return done.act.actor;
    throw refusal;
  }
}

const registeredFreeText = {
  detail: '已收件登记，正在办理；以收件时间为准。',
  detailEn: 'Registered, and being dealt with; the instant of registration counts.',
};

/** 200 with status and seq, or 202 with where to ask later; either way with the instant of registration (收件时间). */
export function sendReceipt(response: Response, applicationId: string, { answer, key, receivedAt }: Receipt): void {
  response.set('Idempotency-Key', key);
  const received = { key, receivedAt: isoInBeijing(receivedAt) };
  if (answer) {
    response.set('ETag', `"${answer.seq}"`).json({ ...answer, ...received });
    return;
  }
  response
    .status(202)
    .location(`/api/applications/${applicationId}/acts/${encodeURIComponent(key)}`)
    .json({ status: null, seq: null, ...received, ...registeredFreeText });
}
