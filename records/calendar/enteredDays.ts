import {
  type EnteredDay,
  type EnteredDayKind,
  type EnteredDayState,
  withEnteredDays,
} from '../../rules/calendar/enteredDays.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Region } from '../../rules/calendar/overlays/regions.js';
import { type PresentCalendar, shippedCalendar } from '../../rules/policy/newerCalendar.js';
import type { Database } from '../database.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';

/** A day that an office has entered, by whom and from which announcement, and who has confirmed it. */
export interface RecordedDay extends EnteredDay {
  readonly id: string;
  readonly source: string;
  readonly state: EnteredDayState;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

/** Every day that was entered, in the order in which they were decided; those that wait come last. */
export async function enteredDays(database: Database): Promise<readonly RecordedDay[]> {
  const rows = await database.calendarDay.findMany({ orderBy: [{ decidedAt: 'asc' }, { proposedAt: 'asc' }] });
  return rows.map(({ kind, region, state, proposedAt, decidedAt, ...row }) => ({
    ...row,
    kind: kind as EnteredDayKind,
    region: region as Region,
    state: state as EnteredDayState,
    proposedAt: instantFrom(proposedAt),
    decidedAt: instantOrNull(decidedAt),
  }));
}

/** The calendars there are now, with the days that two people have entered and confirmed. */
export async function presentCalendar(database: Database): Promise<PresentCalendar> {
  const days = (await enteredDays(database)).filter(({ state }) => state === 'confirmed');
  return (basis) => withEnteredDays(shippedCalendar(basis), basis.region, days);
}

/** Stores a day to be confirmed. @throws when the same day of the region waits already: see `isAlreadyThere` */
export async function proposeDay(
  database: Database,
  { proposedAt, ...day }: EnteredDay & Pick<RecordedDay, 'source' | 'proposedBy' | 'proposedAt'>,
): Promise<string> {
  const data = { ...day, proposedAt: stored(proposedAt) };
  return (await database.calendarDay.create({ data, select: { id: true } })).id;
}

/** Confirms or withdraws a day that waits. False: it no longer does. */
export async function decideDay(
  database: Database,
  { id, state, by, at }: Pick<RecordedDay, 'id' | 'state'> & { readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const data = { state, decidedBy: by, decidedAt: stored(at) };
  return (await database.calendarDay.updateMany({ where: { id, state: 'proposed' }, data })).count === 1;
}
