import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/**
 * How long the mark of a process that went silent holds deadlines back, in seconds: longer than an outage of the database
 * after which its requests are still to be registered. Waiting for it is bounded: see `pendingActs`.
 */
const leaseSeconds = 60;

/** The earliest instant at which an API process may still register an act. */
export interface ArrivalMark {
  /** The process, by the address it listens at: the next one there takes its place. */
  readonly process: string;
  readonly mark: Instant;
}

/** Publishes the mark of a process and renews its lease. @returns how many processes hold one, this one included */
export async function publishArrivalMark(
  { pool }: Pick<Database, 'pool'>,
  { process, mark }: ArrivalMark,
): Promise<number> {
  const { rows } = await pool.query<{ others: number }>({
    name: 'publish_arrival_mark',
    text: `INSERT INTO arrival_marks (process, mark, lease_until)
           VALUES ($1, $2::timestamptz, clock_timestamp() + make_interval(secs => ${leaseSeconds}))
           ON CONFLICT (process) DO UPDATE SET mark = EXCLUDED.mark, lease_until = EXCLUDED.lease_until
           RETURNING (SELECT count(*)::int FROM arrival_marks AS other
                      WHERE other.process <> $1 AND other.lease_until > clock_timestamp()) AS others`,
    values: [process, stored(mark)],
  });
  return (rows[0]?.others ?? 0) + 1;
}

/** Takes the mark of a process away that ends and will register nothing more. */
export async function withdrawArrivalMark({ pool }: Pick<Database, 'pool'>, process: string): Promise<void> {
  await pool.query('DELETE FROM arrival_marks WHERE process = $1', [process]);
}
