import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import { eventOfPart, type FeePart } from '../../rules/candidate/fees.js';
import { amendment } from '../../rules/policy/amendedTo.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Database } from '../database.js';
import { dueOrder, type KeysetPlace } from '../keyset.js';
import { instantOrNull, stored } from '../timestamps.js';

/** One part of an application's fee. */
export interface FeeRow {
  readonly id: string;
  readonly number: string;
  readonly part: FeePart;
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
  readonly policy: Pick<Policy, 'fees' | 'defenseFee' | 'reviewCommittee'>;
}

// An amendment that was applied to the application after it was opened.
const amended = `pinned.version = (SELECT max((data->>'version')::int) FROM events
  WHERE application_id = application.id AND event = '${amendment}')`;
const columns = `application.id, application.number, person.name AS "applicantName", unit.name AS "unitName", application.level,
  application.status, application.due, application.part, application.paid_at AS "paidAt",
  (SELECT data->>'paidOn' FROM events WHERE application_id = application.id AND data ? 'paidOn'
    AND event = CASE application.part WHEN 'defense' THEN '${eventOfPart.defense}' ELSE '${eventOfPart.review}' END) AS "paidOn",
  application.facts->'profile'->>'specialty' AS specialty,
  (SELECT jsonb_strip_nulls(jsonb_build_object('fees', policy->'fees', 'defenseFee', policy->'defenseFee', 'reviewCommittee', policy->'reviewCommittee'))
    FROM (SELECT pinned.policy, pinned.version FROM policy_versions AS pinned
      WHERE pinned.campaign_id = application.campaign_id AND (pinned.changed_at <= application.opened_at OR ${amended})
      UNION ALL SELECT campaign.policy, 0 ORDER BY version DESC LIMIT 1) AS in_force) AS policy`;
const joined = `JOIN users AS person ON person.id = application.applicant_id
  JOIN units AS unit ON unit.id = application.unit_id JOIN campaigns AS campaign ON campaign.id = application.campaign_id`;

/** Unpaid fees of a campaign, earliest due first; `statusOf` says in which status each part is paid. */
export async function feesDue(
  { pool }: Database,
  given: {
    readonly campaignId: string;
    readonly statusOf: Readonly<Record<FeePart, Status>>;
    readonly after: KeysetPlace | undefined;
    readonly limit: number;
  },
): Promise<readonly FeeRow[]> {
  const { campaignId, statusOf, after, limit } = given;
  const continued = after !== undefined;
  const { rows } = await pool.query<Row>({
    name: after ? 'fees_due_after' : 'fees_due',
    text: `SELECT ${columns} FROM (
        (${due('review', 'paidAt', '$3', continued)}) UNION ALL (${due('defense', 'defenseFeePaidAt', '$4', continued)})
        ORDER BY ordered, id LIMIT $2::int) AS application ${joined}
      ORDER BY application.ordered, application.id`,
    values: [
      campaignId,
      limit,
      statusOf.review,
      statusOf.defense,
      ...(after ? [after.at === null ? null : stored(after.at), after.id] : []),
    ],
  });
  return rows.map(rowOf);
}

type PaidFact = 'paidAt' | 'defenseFeePaidAt';

/** The first rows of one part; both parts together hold the first of all. */
const due = (part: FeePart, fact: PaidFact, status: string, continued: boolean) => `
  SELECT *, '${part}' AS part, NULL::bigint AS paid_at, ${dueOrder} AS ordered FROM applications
  WHERE campaign_id = $1 AND status = ${status} AND facts->>'${fact}' IS NULL
    ${continued ? `AND (${dueOrder}, id) > (COALESCE($5::timestamptz, 'infinity'::timestamptz), $6::uuid)` : ''}
  ORDER BY ${dueOrder}, id LIMIT $2::int`;

/** Fees received, each part by itself, the latest first. */
export async function feesPaid(
  { pool }: Database,
  given: { readonly campaignId: string; readonly after: KeysetPlace | undefined; readonly limit: number },
): Promise<readonly FeeRow[]> {
  const { campaignId, after, limit } = given;
  const { rows } = await pool.query<Row>({
    name: after ? 'fees_paid_after' : 'fees_paid',
    text: `SELECT ${columns} FROM (
        (${paid('review', 'paidAt', after !== undefined)}) UNION ALL
        (${paid('defense', 'defenseFeePaidAt', after !== undefined)})
        ORDER BY paid_at DESC, id DESC LIMIT $2::int) AS application ${joined}
      ORDER BY application.paid_at DESC, application.id DESC`,
    values: [campaignId, limit, ...(after ? [after.at ?? 0, after.id] : [])],
  });
  return rows.map(rowOf);
}

/** The same of what is paid. */
const paid = (part: FeePart, fact: PaidFact, continued: boolean) => `
  SELECT *, '${part}' AS part, (facts->>'${fact}')::bigint AS paid_at FROM applications
  WHERE campaign_id = $1 AND facts->>'${fact}' IS NOT NULL
    ${continued ? `AND ((facts->>'${fact}')::bigint, id) < ($3::bigint, $4::uuid)` : ''}
  ORDER BY (facts->>'${fact}')::bigint DESC, id DESC LIMIT $2::int`;

type Row = Omit<FeeRow, 'due' | 'paidAt'> & { readonly due: Date | null; readonly paidAt: string | null };

function rowOf({ due, paidAt, ...row }: Row): FeeRow {
  return { ...row, due: instantOrNull(due), paidAt: paidAt === null ? null : Number(paidAt) };
}
