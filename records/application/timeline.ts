import type { ActData, Transition } from '../../rules/application/act.js';
import type { EventName, Role, Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Connection } from '../database.js';
import type { Event } from '../generated/client.js';
import { instantFrom } from '../timestamps.js';
import type { ActFreeText } from './actFreeText.js';

/** One recorded event with its free text. */
export interface TimelineEntry {
  readonly transition: Transition;
  readonly recordedAt: Instant;
  readonly prevHash: string;
  readonly hash: string;
  readonly freeText: ActFreeText | null;
}

/** Every event of an application, in order. */
export async function timelineOf(connection: Connection, applicationId: string): Promise<readonly TimelineEntry[]> {
  const [events, intakes] = await Promise.all([
    connection.event.findMany({ where: { applicationId }, orderBy: { seq: 'asc' } }),
    connection.intake.findMany({ where: { applicationId }, select: { key: true, freeText: true } }),
  ]);
  const freeText = new Map(intakes.map((intake) => [intake.key, intake.freeText as ActFreeText | null]));
  return events.map((event) => entryOf(event, freeText.get(event.key) ?? null));
}

/** The events after a seq, in order, without free texts. */
export async function eventsAfter(
  connection: Connection,
  { applicationId, seq }: { readonly applicationId: string; readonly seq: number },
): Promise<readonly Omit<TimelineEntry, 'freeText'>[]> {
  const events = await connection.event.findMany({
    where: { applicationId, seq: { gt: seq } },
    orderBy: { seq: 'asc' },
  });
  return events.map((event) => entryOf(event, null));
}

/** One event, or null. */
export async function findEvent(
  connection: Connection,
  applicationId: string,
  filter: { readonly seq: number } | { readonly key: string },
): Promise<TimelineEntry | null> {
  const event = await connection.event.findFirst({ where: { applicationId, ...filter } });
  if (!event) return null;
  const where = { applicationId_key: { applicationId, key: event.key } };
  const intake = await connection.intake.findUnique({ where, select: { freeText: true } });
  return entryOf(event, (intake?.freeText ?? null) as ActFreeText | null);
}

function entryOf(row: Event, freeText: ActFreeText | null): TimelineEntry {
  return {
    transition: {
      seq: row.seq,
      law: row.law,
      key: row.key,
      event: row.event as EventName,
      actor: { role: row.actorRole as Role, personId: row.actorId, scope: row.actorScope },
      at: instantFrom(row.at),
      from: row.from as Status,
      to: row.to as Status,
      data: row.data as ActData,
      freeTextHash: row.freeTextHash,
      changes: row.changes as unknown as Transition['changes'],
      deadlines: row.deadlines as unknown as Transition['deadlines'],
    },
    recordedAt: instantFrom(row.recordedAt),
    prevHash: row.prevHash,
    hash: row.hash,
    freeText,
  };
}
