import type { RequestHandler } from 'express';
import { findIntake } from '../../records/application/intakes.js';
import { findEvent } from '../../records/application/timeline.js';
import type { Database } from '../../records/database.js';
import type { Answer } from '../../rules/application/act.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { callerOf } from '../accounts/caller.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem, problemBody, problemOf } from '../http/problem.js';

/** `GET /{id}/acts/{key}`: what became of an act of the caller's own. */
export function actOutcome({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string; key: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application } = await getVisible(db, caller, request.params.id);
    const intake = await findIntake(db, { applicationId: application.id, key: request.params.key });
    if (!intake || intake.act.actor.personId !== caller.personId)
      throw new Problem('not_found', { zh: '没有这次办理。', en: 'There is no such act.' });
    const { act, outcome, refusal } = intake;
    const answer = intake.answer ?? (outcome === null ? await recorded(db, application.id, act.key) : null);
    response.json({
      key: act.key,
      event: act.event,
      receivedAt: isoInBeijing(act.receivedAt),
      outcome: outcome ?? (answer ? 'done' : 'pending'),
      answer,
      problem: refusal ? problemBody(problemOf(refusal, { receivedAt: act.receivedAt })) : null,
    });
  };
}

/** The answer of an act that stands in the record while the engine's own answer is still on its way. */
async function recorded(db: Database, applicationId: string, key: string): Promise<Answer | null> {
  const event = await findEvent(db, applicationId, { key });
  return event && { status: event.transition.to, seq: event.transition.seq };
}
