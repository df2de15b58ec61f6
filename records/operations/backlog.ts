import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/** How much work waits, for the metrics page. */
export interface Backlog {
  readonly intake_unfinished: number;
  readonly intake_oldest_ms: number;
  readonly outbox_pending: number;
  readonly outbox_parked: number;
  readonly outbox_oldest_seconds: number;
  readonly attention: number;
  readonly record_faults: number;
}

/** Counts over the partial indexes; `now` in campaign time. The age of a letter goes by the database's clock. */
export async function readBacklog({ pool }: Pick<Database, 'pool'>, now: Instant): Promise<Backlog> {
  const {
    rows: [row],
  } = await pool.query<Backlog>({
    name: 'backlog',
    text: `
    SELECT (SELECT count(*)::int FROM intakes WHERE outcome IS NULL) AS intake_unfinished,
           (SELECT greatest(0, coalesce(extract(epoch FROM $1::timestamptz - min(received_at)) * 1000, 0))::float8
              FROM intakes WHERE outcome IS NULL) AS intake_oldest_ms,
           (SELECT count(*)::int FROM outbox WHERE state = 'pending') AS outbox_pending,
           (SELECT count(*)::int FROM outbox WHERE state = 'parked') AS outbox_parked,
           (SELECT greatest(0, coalesce(extract(epoch FROM clock_timestamp() - min(written_at)), 0))::float8
              FROM outbox WHERE state = 'pending') AS outbox_oldest_seconds,
           (SELECT count(*)::int FROM applications WHERE needs_attention) AS attention,
           (SELECT count(*)::int FROM record_checks WHERE fault IS NOT NULL) AS record_faults`,
    values: [stored(now)],
  });
  if (!row) throw new Error('a query of counts has one row');
  return row;
}
