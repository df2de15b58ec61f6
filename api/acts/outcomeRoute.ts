import { findIntake } from '../../records/application/intakes.js';
import { findEvent } from '../../records/application/timeline.js';
import type { Database } from '../../records/database.js';
import type { Answer } from '../../rules/application/act.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemBody, problemOf } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { OutcomeAnswer } from './answers.js';

/** What became of an act of the caller's own. */
export const outcomeRoute = defineRoute({
  method: 'get',
  path: `${own}/acts/{key}`,
  tag: '办理',
  summary: '一次办理的结果',
  roles: 'signed in',
  subject: visibleApplication,
  answers: { 200: OutcomeAnswer },
  handle: async ({ subject: { application }, params, caller }, { db }) => {
    const intake = await findIntake(db, { applicationId: application.id, key: params.key });
    if (!intake || intake.act.actor.personId !== caller.personId)
      throw new Problem('not_found', { zh: '没有这次办理。', en: 'There is no such act.' });
    const { act, outcome, refusal } = intake;
    const answer = intake.answer ?? (outcome === null ? await recorded(db, application.id, act.key) : null);
    return {
      key: act.key,
      event: act.event,
      receivedAt: isoInBeijing(act.receivedAt),
      outcome: outcome ?? (answer ? 'done' : 'pending'),
      answer,
      problem: refusal ? problemBody(problemOf(refusal, { receivedAt: act.receivedAt })) : null,
    };
  },
});

/** The answer of an act that stands in the record while the engine's own answer is still on its way. */
async function recorded(db: Database, applicationId: string, key: string): Promise<Answer | null> {
  const event = await findEvent(db, applicationId, { key });
  return event && { status: event.transition.to, seq: event.transition.seq };
}
