import { type Instant, type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';

/** The first day of an application's public notice and the instant it ends. */
export interface NoticePeriod {
  readonly from: LocalDate | null;
  readonly until: Instant | null;
}

/** The notice periods of these applications, by id. */
export async function noticePeriods(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NoticePeriod>> {
  const { rows } = await pool.query<{
    id: string;
    noticeFrom: LocalDate | null;
    postedAt: Instant | null;
    until: Instant | null;
  }>({
    name: 'notice_periods',
    text: `SELECT id, facts->>'noticeFrom' AS "noticeFrom", (facts->>'postedAt')::float8 AS "postedAt",
             (COALESCE(facts->'deadlines'->'notice_period', facts->'deadlines'->'publicity_period')->>'due')::float8 AS until
           FROM applications WHERE id = ANY ($1::uuid[])`,
    values: [ids],
  });
  return new Map(
    rows.map(({ id, noticeFrom, postedAt, until }) => {
      const from = noticeFrom ?? (postedAt === null ? null : localDateOf(postedAt));
      return [id, { from, until }];
    }),
  );
}
