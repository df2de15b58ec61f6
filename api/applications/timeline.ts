import type { RequestHandler } from 'express';
import { type TimelineEntry, timelineOf } from '../../records/application/timeline.js';
import { actorLabels } from '../../rules/application/labels.js';
import { eventLabels, type Role } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { type Caller, callerOf } from '../accounts/caller.js';
import { formOf } from '../acts/formOf.js';
import type { Deps } from '../deps.js';
import { fingerprint, sentNotModified } from '../http/cacheable.js';
import { deadlineBody } from '../http/problem.js';
import { mayReadFreeText } from './readableFreeText.js';
import { getVisible } from './visible.js';

/** `GET /api/applications/{id}/timeline`: every event with its hash, who, when, and why for those who may know. */
export function timelineRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application, roles } = await getVisible(db, caller, request.params.id);
    // What was written never changes: the hash of the last event names all of them, the roles what is shown of them.
    const tag = `W/"${fingerprint([application.lastHash, caller.personId, roles])}"`;
    if (sentNotModified(request, response, tag)) return;
    const entries = await timelineOf(db, application.id);
    const isApplicant = application.applicantId === caller.personId;
    response.json({ events: entries.map((entry) => view(entry, caller, roles, isApplicant)) });
  };
}

function view(
  { transition, recordedAt, prevHash, hash, freeText }: TimelineEntry,
  { personId }: Caller,
  roles: readonly Role[],
  isApplicant: boolean,
) {
  const { seq, event, actor, at, from, to, data, changes, deadlines, freeTextHash, key } = transition;
  const readable = actor.personId === personId || mayReadFreeText(formOf(event), roles, isApplicant);
  return {
    seq,
    event,
    eventLabels: eventLabels[event],
    actor: { ...actor, ...actorLabels(event, actor.role) },
    at: isoInBeijing(at),
    recordedAt: isoInBeijing(recordedAt),
    from,
    to,
    key,
    data,
    changes,
    deadlines: Object.values(deadlines).map(deadlineBody),
    freeTextHash,
    freeText: readable ? freeText : null,
    prevHash,
    hash,
  };
}
