import { mayAct } from '../../rules/application/decide.js';
import {
  type EventLaw,
  type EventName,
  lawsIn,
  type Role,
  type Status,
  withoutAccount,
} from '../../rules/application/lifecycle.js';
import { eventWords } from '../../rules/application/words.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Refusal } from '../../rules/refusal.js';
import { actorsOf, type Caller } from '../accounts/caller.js';
import { deadlineBody, wordsOf } from '../http/problem.js';
import type { Standing } from './standing.js';

/** What the caller may do in a status and, for what they may not, why: the portal's buttons. */
export function actionsFor(caller: Caller, status: Status, standing: Standing, now: Instant) {
  return lawsIn(status)
    .filter(([, { who }]) => who.some((role) => !withoutAccount.includes(role)))
    .map(([event, law]) => actionFor(caller, event, law, standing, now));
}

function actionFor(caller: Caller, event: EventName, law: EventLaw, standing: Standing, now: Instant) {
  const { facts, policy, calendar } = standing;
  const tried = actorsOf(caller).map((actor) => ({
    role: actor.role,
    refusal: mayAct(facts, event, actor, policy, calendar, now),
  }));
  const able = tried.find(({ refusal }) => refusal === null);
  return {
    event,
    ...eventWords[event],
    who: law.who,
    takes: law.takes,
    clause: law.clause,
    allowed: able !== undefined,
    as: able?.role ?? null,
    refusal: able ? null : told(nearest(tried, law.who)),
  };
}

/** The refusal of the role that the law would let do this, if the caller has it. */
function nearest(
  tried: readonly { readonly role: Role; readonly refusal: Refusal | null }[],
  who: readonly Role[],
): Refusal | null {
  return (tried.find(({ role }) => who.includes(role)) ?? tried[0])?.refusal ?? null;
}

function told(refusal: Refusal | null) {
  if (!refusal) return null;
  const { code, clause, deadline } = refusal;
  const { zh: message, en: messageEn } = wordsOf(refusal);
  return { code, clause, message, messageEn, deadline: deadline && deadlineBody(deadline) };
}
