import { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { FormName } from '../../rules/act.js';
import { isoInBeijing } from '../../rules/instant.js';
import { type EventName, personEvents, roles } from '../../rules/lifecycle.js';
import { callerOf } from '../accounts/caller.js';
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

function actRoute(deps: Deps, event: EventName, form: FormName): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { as } = As.parse(request.query);
    const { application } = await getVisible(deps.db, caller, request.params.id);
    const receipt = await performAct(deps, {
      application,
      event,
      form,
      actor: chooseActor(caller, application.facts, event, as),
      key: keyOf(request),
      expectedSeq: expectedSeqOf(request),
      body: request.body ?? {},
    });
    sendReceipt(response, application.id, receipt);
  };
}

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
    .json({ status: null, seq: null, ...received, detail: '已收件登记，正在办理；以收件时间为准。' });
}
