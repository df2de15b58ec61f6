import { type TimelineEntry, timelineOf } from '../../records/application/timeline.js';
import type { Database } from '../../records/database.js';
import type { ObjectionOutcome } from '../../rules/application/objections.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';

/** What became of an objection: null while it is looked into. */
export interface ObjectionResult {
  readonly raisedAt: string | null;
  /** What was said when it was raised. */
  readonly reason: string | null;
  readonly outcome: ObjectionOutcome | null;
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
}

/** What an application's record says of one objection. */
export async function outcomeOf(
  db: Database,
  { applicationId, objectionId }: { readonly applicationId: string; readonly objectionId: string },
): Promise<ObjectionResult> {
  return outcomeIn(await timelineOf(db, applicationId), objectionId);
}

/** The same from the events of an application. */
export function outcomeIn(timeline: readonly TimelineEntry[], objectionId: string): ObjectionResult {
  const about = (entry: TimelineEntry) =>
    'objectionId' in entry.transition.data && entry.transition.data.objectionId === objectionId;
  const raised = timeline.find(about);
  const resolved = timeline.find((entry) => about(entry) && 'outcome' in entry.transition.data);
  const data = resolved?.transition.data;
  return {
    raisedAt: raised ? isoInBeijing(raised.transition.at) : null,
    reason: raised?.freeText?.reason ?? null,
    outcome: data && 'outcome' in data ? data.outcome : null,
    resolvedAt: resolved ? isoInBeijing(resolved.transition.at) : null,
    resolution: resolved?.freeText?.reason ?? null,
  };
}
