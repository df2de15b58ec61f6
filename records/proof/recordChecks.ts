import type { Instant } from '../../rules/calendar/instant.js';
import type { Statements } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';
import type { Fault, RecordKind } from './fault.js';

/** One record whose check did not hold. */
export interface RecordFault extends Fault {
  readonly kind: RecordKind;
  readonly subject: string;
  readonly since: Instant;
}

const note = {
  name: 'note_check',
  text: `WITH before AS (SELECT fault FROM record_checks WHERE kind = $1 AND subject = $2)
    INSERT INTO record_checks AS checks (kind, subject, checked_at, files_checked_at, fault, fault_since)
    VALUES ($1, $2, $3::timestamptz, CASE WHEN $5::boolean THEN $3::timestamptz END, $4::jsonb,
      CASE WHEN $4::jsonb IS NOT NULL THEN $3::timestamptz END)
    ON CONFLICT (kind, subject) DO UPDATE SET checked_at = $3::timestamptz, fault = $4::jsonb,
      files_checked_at = CASE WHEN $5::boolean THEN $3::timestamptz ELSE checks.files_checked_at END,
      fault_since = CASE WHEN $4::jsonb IS NOT NULL THEN COALESCE(checks.fault_since, $3::timestamptz) END
    RETURNING $4::jsonb IS NOT NULL AND (SELECT fault FROM before) IS NULL AS found`,
};

/** Notes the result of a check. True: the fault was not known before. */
export async function noteCheck(
  statements: Statements,
  checked: {
    readonly kind: RecordKind;
    readonly subject: string;
    readonly at: Instant;
    readonly fault: Fault | null;
    /** Whether its files were read too. */
    readonly files: boolean;
  },
): Promise<boolean> {
  const { kind, subject, at, fault, files } = checked;
  const values = [kind, subject, stored(at), fault && JSON.stringify(fault), files];
  const { rows } = await statements.query<{ found: boolean }>({ ...note, values });
  return rows[0]?.found ?? false;
}

/** Of these applications, those with a known fault. */
export async function brokenAmong(statements: Statements, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await statements.query<{ subject: string }>({
    name: 'broken_among',
    text: `SELECT subject FROM record_checks WHERE kind = 'application' AND subject = ANY ($1) AND fault IS NOT NULL`,
    values: [ids],
  });
  return new Set(rows.map(({ subject }) => subject));
}

/** Every known fault, the oldest first, and how many records were checked since an instant. */
export async function recordState(
  statements: Statements,
  since: Instant,
): Promise<{ readonly checked: number; readonly faults: readonly RecordFault[] }> {
  const { rows } = await statements.query<{ kind: RecordKind; subject: string; fault: Fault; since: Date }>({
    name: 'record_faults',
    text: `SELECT kind, subject, fault, fault_since AS since FROM record_checks WHERE fault IS NOT NULL
           ORDER BY fault_since, kind, subject LIMIT 200`,
  });
  const { rows: counted } = await statements.query<{ checked: number }>({
    name: 'records_checked',
    text: 'SELECT count(*)::int AS checked FROM record_checks WHERE checked_at >= $1::timestamptz',
    values: [stored(since)],
  });
  const faults = rows.map(({ fault, since, ...of }) => ({ ...of, ...fault, since: instantFrom(since) }));
  return { checked: counted[0]?.checked ?? 0, faults };
}

/** Records of a kind that were never checked or not since an instant, the longest first. */
export async function checksDue(
  statements: Statements,
  { since, filesSince, limit }: { readonly since: Instant; readonly filesSince: Instant; readonly limit: number },
): Promise<readonly { readonly kind: RecordKind; readonly subject: string; readonly files: boolean }[]> {
  const { rows } = await statements.query<{ kind: RecordKind; subject: string; files: boolean }>({
    name: 'checks_due',
    text: `SELECT kind, subject, kind = 'application' AND COALESCE(files_checked_at < $2::timestamptz, true) AS files FROM (
        SELECT 'application' AS kind, id::text AS subject FROM applications
        UNION ALL SELECT 'campaign', id FROM campaigns UNION ALL SELECT 'sanctions', 'all') AS records
      LEFT JOIN record_checks USING (kind, subject)
      WHERE COALESCE(checked_at < $1::timestamptz, true)
        OR (kind = 'application' AND COALESCE(files_checked_at < $2::timestamptz, true))
      ORDER BY checked_at NULLS FIRST LIMIT $3`,
    values: [stored(since), stored(filesSince), limit],
  });
  return rows;
}
