import type { DeadlineName } from '../../rules/application/deadlines.js';
import { type Status, statuses } from '../../rules/application/lifecycle.js';
import { type Instant, type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import type { Candidates } from '../queue/queue.js';
import type { Counted } from './campaignCounts.js';

/** How many applications of a campaign have a status, and how many of them are past their due instant. */
export interface StatusCount {
  readonly status: Status;
  readonly count: number;
  readonly pastDue: number;
}

/** Counts by status, and of those past their due instant at an instant. */
export function countByStatus(counted: readonly Counted[], now: Instant): readonly StatusCount[] {
  const pastDue = new Map<string, number>();
  for (const { kind, name, detail, count } of counted)
    if (kind === 'due' && Number(detail) <= now) pastDue.set(name, count + (pastDue.get(name) ?? 0));
  return statuses.flatMap((status) => {
    const count = countOf(counted, { statuses: [status] });
    return count === 0 ? [] : [{ status, count, pastDue: pastDue.get(status) ?? 0 }];
  });
}

/** How many applications have one of these statuses, of these candidates only where they are given. */
export function countOf(
  counted: readonly Counted[],
  wanted: { readonly statuses: readonly Status[]; readonly candidates?: readonly Candidates[] | undefined },
): number {
  const names: ReadonlySet<string> = new Set(wanted.statuses);
  const details =
    wanted.candidates && new Set(wanted.candidates.map(({ level, specialty }) => `${level} ${specialty}`));
  return counted
    .filter(({ kind, name, detail }) => kind === 'status' && names.has(name) && (details?.has(detail) ?? true))
    .reduce((sum, { count }) => sum + count, 0);
}

/** First and repeated arrivals of one day in Beijing. */
export interface Inflow {
  readonly date: LocalDate;
  readonly first: number;
  readonly again: number;
}

/** Arrivals at the committee by day in Beijing, earliest first; `again` counts those of applications that had arrived before. */
export function inflowByDay(counted: readonly Counted[]): readonly Inflow[] {
  const days = new Map<LocalDate, Inflow>();
  for (const { kind, name, detail: date, count } of counted) {
    if (kind !== 'arrival') continue;
    const day = days.get(date) ?? { date, first: 0, again: 0 };
    days.set(date, { ...day, [name]: day[name] + count });
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Deadlines of one name that end on one day. */
export interface ComingDeadline {
  readonly date: LocalDate;
  readonly name: DeadlineName;
  readonly count: number;
}

/** Running deadlines due in `[from, to)`, by their last day in Beijing and name. */
export function comingDeadlines(
  counted: readonly Counted[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): readonly ComingDeadline[] {
  const days = new Map<string, ComingDeadline>();
  for (const { kind, name, detail, count } of counted) {
    const due = Number(detail);
    if (kind !== 'deadline' || due < from || due >= to) continue;
    const date = localDateOf(due - 1);
    const key = `${date} ${name}`;
    days.set(key, { date, name: name as DeadlineName, count: count + (days.get(key)?.count ?? 0) });
  }
  return [...days.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day);
}

/** How many applications of a campaign need an operator, by the partial index of those. */
export async function countNeedy({ pool }: Pick<Database, 'pool'>, campaignId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count_needy',
    text: 'SELECT count(*)::int AS count FROM applications WHERE needs_attention AND campaign_id = $1',
    values: [campaignId],
  });
  return rows[0]?.count ?? 0;
}
