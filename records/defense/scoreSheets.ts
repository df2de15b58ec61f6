import type { Instant } from '../../rules/calendar/instant.js';
import type { Points } from '../../rules/defense/sheet.js';
import type { Statements } from '../database.js';
import { instantOrNull, stored } from '../timestamps.js';

/** 评分表 of one expert for one candidate; a draft has no total. */
export interface ScoreSheet {
  readonly sessionId: string;
  readonly applicationId: string;
  readonly expertId: string;
  /** By criterion, in hundredths of a point. */
  readonly points: Points;
  readonly total: number | null;
  readonly submittedAt: Instant | null;
}
type Row = Omit<ScoreSheet, 'submittedAt'> & { readonly submittedAt: Date | null };
export type SheetKey = Pick<ScoreSheet, 'sessionId' | 'applicationId' | 'expertId'>;

/** Every sheet of these sessions, drafts too. */
export async function sheetsIn(statements: Statements, sessionIds: readonly string[]): Promise<readonly ScoreSheet[]> {
  const { rows } = await statements.query<Row>({
    name: 'score_sheets_in',
    text: `SELECT session_id AS "sessionId", application_id AS "applicationId", expert_id AS "expertId", points, total,
             submitted_at AS "submittedAt"
           FROM score_sheets WHERE session_id = ANY($1::uuid[])`,
    values: [sessionIds],
  });
  return rows.map(({ submittedAt, ...row }) => ({ ...row, submittedAt: instantOrNull(submittedAt) }));
}

/** Stores a sheet: as a draft, or with its total and the instant of submission, after which it never changes. */
export async function keepSheet(
  statements: Statements,
  sheet: SheetKey & {
    readonly points: Points;
    readonly final: { readonly total: number; readonly at: Instant } | null;
  },
): Promise<void> {
  const { sessionId, applicationId, expertId, points, final } = sheet;
  await statements.query({
    name: 'keep_score_sheet',
    text: `INSERT INTO score_sheets (session_id, application_id, expert_id, points, total, submitted_at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (session_id, application_id, expert_id)
           DO UPDATE SET points = excluded.points, total = excluded.total, submitted_at = excluded.submitted_at`,
    values: [
      ...[sessionId, applicationId, expertId, JSON.stringify(points)],
      ...[final?.total ?? null, final ? stored(final.at) : null],
    ],
  });
}
