import { mayAct } from '../../rules/application/decide.js';
import {
  type EventLaw,
  type EventName,
  isGrantable,
  lawsIn,
  type Role,
  type Status,
} from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { eventLabelFor } from '../../rules/candidate/labelsOfTrack.js';
import { hasEvent } from '../../rules/candidate/statusesOfTrack.js';
import { cite } from '../../rules/policy/clauses.js';
import type { Refusal } from '../../rules/refusal.js';
import { actorsOf, type Caller } from '../accounts/caller.js';
import { deadlineBody, labelsOf } from '../http/problem.js';
import type { ApplicationSnapshot } from './applicationSnapshot.js';

/** What the caller may do in a status and, for what they may not, why: the portal's buttons. */
export function actionsFor(caller: Caller, status: Status, snapshot: ApplicationSnapshot, now: Instant) {
  const { profile } = snapshot.facts;
  const { policy } = snapshot;
  return lawsIn(status)
    .filter(([event, { allowedRoles }]) => allowedRoles.some(isGrantable) && hasEvent(event, profile, policy))
    .map(([event, law]) => actionFor(caller, event, law, snapshot, now));
}

function actionFor(caller: Caller, event: EventName, law: EventLaw, snapshot: ApplicationSnapshot, now: Instant) {
  const { facts, policy, calendar, unitSanctionedUntil } = snapshot;
  const known = { unitSanctionedUntil };
  const tried = actorsOf(caller).map((actor) => ({
    role: actor.role,
    refusal: mayAct(facts, event, actor, policy, calendar, now, known),
  }));
  const able = tried.find(({ refusal }) => refusal === null);
  return {
    event,
    ...eventLabelFor(event, facts.profile, policy),
    allowedRoles: law.allowedRoles,
    takes: law.takes,
    clause: cite(policy, law.clause),
    allowed: able !== undefined,
    as: able?.role ?? null,
    refusal: able ? null : refusalView(nearest(tried, law.allowedRoles)),
  };
}

/** The refusal of the role that the law would let do this, if the caller has it. */
function nearest(
  tried: readonly { readonly role: Role; readonly refusal: Refusal | null }[],
  allowedRoles: readonly Role[],
): Refusal | null {
  return (tried.find(({ role }) => allowedRoles.includes(role)) ?? tried[0])?.refusal ?? null;
}

function refusalView(refusal: Refusal | null) {
  if (!refusal) return null;
  const { code, clause, deadline } = refusal;
  const { zh: message, en: messageEn } = labelsOf(refusal);
  return { code, clause, message, messageEn, deadline: deadline && deadlineBody(deadline) };
}
