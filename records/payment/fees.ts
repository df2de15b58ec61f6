import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import { amendment } from '../../rules/policy/amendedTo.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Database } from '../database.js';
import { dueOrder, type KeysetPlace } from '../keyset.js';
import { instantOrNull, stored } from '../timestamps.js';

/** One application's fee. */
export interface FeeRow {
  readonly id: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly level: Level;
  readonly status: Status;
  readonly due: Instant | null;
  readonly paidAt: Instant | null;
  /** The day the money arrived, if it was given with the confirmation. */
  readonly paidOn: LocalDate | null;
  readonly specialty: string;
  /** The parts of the application's policy that fees depend on. */
  readonly policy: Pick<Policy, 'fees' | 'reviewCommittee'>;
}

// An amendment that was applied to the application after it was opened.
const amended = `pinned.version = (SELECT max((data->>'version')::int) FROM events
  WHERE application_id = application.id AND event = '${amendment}')`;
const columns = `application.id, person.name AS "applicantName", unit.name AS "unitName", application.level,
  application.status, application.due, (application.facts->>'paidAt')::bigint AS "paidAt",
  (SELECT data->>'paidOn' FROM events WHERE application_id = application.id AND data ? 'paidOn') AS "paidOn",
  application.facts->'profile'->>'specialty' AS specialty,
  (SELECT jsonb_strip_nulls(jsonb_build_object('fees', policy->'fees', 'reviewCommittee', policy->'reviewCommittee'))
    FROM (SELECT pinned.policy, pinned.version FROM policy_versions AS pinned
      WHERE pinned.campaign_id = application.campaign_id AND (pinned.changed_at <= application.opened_at OR ${amended})
      UNION ALL SELECT campaign.policy, 0 ORDER BY version DESC LIMIT 1) AS in_force) AS policy`;
const joined = `JOIN users AS person ON person.id = application.applicant_id
  JOIN units AS unit ON unit.id = application.unit_id JOIN campaigns AS campaign ON campaign.id = application.campaign_id`;

/** Unpaid fees of a campaign in a status, earliest due first. */
export async function feesDue(
  { pool }: Database,
  given: {
    readonly campaignId: string;
    readonly status: Status;
    readonly after: KeysetPlace | undefined;
    readonly limit: number;
  },
): Promise<readonly FeeRow[]> {
  const { campaignId, status, after, limit } = given;
  const { rows } = await pool.query<Row>({
    name: after ? 'fees_due_after' : 'fees_due',
    text: `SELECT ${columns} FROM (SELECT * FROM applications
        WHERE campaign_id = $1 AND status = $2 AND facts->>'paidAt' IS NULL
        ${after ? `AND (${dueOrder}, id) > (COALESCE($4::timestamptz, 'infinity'::timestamptz), $5::uuid)` : ''}
        ORDER BY ${dueOrder}, id LIMIT $3::int) AS application ${joined}
      ORDER BY COALESCE(application.due, 'infinity'::timestamptz), application.id`,
    values: [campaignId, status, limit, ...(after ? [after.at === null ? null : stored(after.at), after.id] : [])],
  });
  return rows.map(rowOf);
}

/** Fees received, the latest first. */
export async function feesPaid(
  { pool }: Database,
  given: { readonly campaignId: string; readonly after: KeysetPlace | undefined; readonly limit: number },
): Promise<readonly FeeRow[]> {
  const { campaignId, after, limit } = given;
  const { rows } = await pool.query<Row>({
    name: after ? 'fees_paid_after' : 'fees_paid',
    text: `SELECT ${columns} FROM (SELECT * FROM applications
        WHERE campaign_id = $1 AND facts->>'paidAt' IS NOT NULL
        ${after ? `AND ((facts->>'paidAt')::bigint, id) < ($3::bigint, $4::uuid)` : ''}
        ORDER BY (facts->>'paidAt')::bigint DESC, id DESC LIMIT $2::int) AS application ${joined}
      ORDER BY (application.facts->>'paidAt')::bigint DESC, application.id DESC`,
    values: [campaignId, limit, ...(after ? [after.at ?? 0, after.id] : [])],
  });
  return rows.map(rowOf);
}

type Row = Omit<FeeRow, 'due' | 'paidAt'> & { readonly due: Date | null; readonly paidAt: string | null };

function rowOf({ due, paidAt, ...row }: Row): FeeRow {
  return { ...row, due: instantOrNull(due), paidAt: paidAt === null ? null : Number(paidAt) };
}
