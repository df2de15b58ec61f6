import type { RequestHandler } from 'express';
import { findIntake } from '../../records/intakes.js';
import { isoInBeijing } from '../../rules/instant.js';
import { callerOf } from '../accounts/caller.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem, problemBody, problemOf } from '../problem.js';

/** `GET /{id}/acts/{key}`: what became of an act of the caller's own. */
export function actOutcome({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string; key: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application } = await getVisible(db, caller, request.params.id);
    const intake = await findIntake(db, { applicationId: application.id, key: request.params.key });
    if (!intake || intake.act.actor.personId !== caller.personId) throw new Problem('not_found', '没有这次办理。');
    const { act, outcome, answer, refusal } = intake;
    response.json({
      key: act.key,
      event: act.event,
      receivedAt: isoInBeijing(act.receivedAt),
      outcome: outcome ?? 'pending',
      answer,
      problem: refusal ? problemBody(problemOf(refusal, { receivedAt: act.receivedAt })) : null,
    });
  };
}
