import { setTimeout as sleep } from 'node:timers/promises';
import { type EventSummary, eventsSince } from '../../records/application/eventsSince.js';
import type { Database } from '../../records/database.js';
import { actorLabels } from '../../rules/application/labels.js';
import { eventLabels, findLaw } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { Refusal, RefusalCode } from '../../rules/refusal.js';
import type { Happened } from '../http/problem.js';
import type { ActCommand } from './performAct.js';

/** Refusals of an event that the row still allows: somebody else was first. */
const overtaken: readonly RefusalCode[] = ['stale_page', 'event_not_allowed', 'already_final', 'deadline_passed'];
const waits = [20, 40, 80, 160, 320, 640];

/**
 * The last few events since the page somebody saw: which event, whose, when; never what was written. The engine knows
 * of the winner of a race before the record does, so where there must be one it is waited for, for about a second.
 */
export async function eventsAfterSeen(
  db: Database,
  { application, event, expectedSeq }: Pick<ActCommand, 'application' | 'event' | 'expectedSeq'>,
  { code }: Pick<Refusal, 'code'>,
): Promise<readonly Happened[]> {
  const since = { applicationId: application.id, seq: expectedSeq ?? application.seq, limit: 5 };
  const somebodyWasFirst = overtaken.includes(code) && findLaw(application.status, event) !== null;
  let happened = await eventsSince(db, since);
  for (const wait of somebodyWasFirst ? waits : []) {
    if (happened.length) break;
    await sleep(wait);
    happened = await eventsSince(db, since);
  }
  // Without a known seq, and with the other act written already, the last event is shown.
  if (happened.length === 0 && expectedSeq === null && overtaken.includes(code)) {
    happened = await eventsSince(db, { ...since, seq: application.seq - 1 });
  }
  return happened.map(eventSummary);
}

function eventSummary({ event, role, at, seq }: EventSummary): Happened {
  const [actor, eventLabel] = [actorLabels(event, role), eventLabels[event]];
  const label = { label: `${actor.zh}：${eventLabel.zh}`, labelEn: `${actor.en}: ${eventLabel.en}` };
  return { seq, event, role, ...label, at: isoInBeijing(at) };
}
