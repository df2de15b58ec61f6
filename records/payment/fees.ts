import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import { eventOfPart, type FeePart } from '../../rules/candidate/fees.js';
import type { Policy } from '../../rules/policy/policy.js';
import { pinnedVersion } from '../application/pinnedPolicy.js';
import { keptPolicyVersion } from '../campaign/keptPolicyVersion.js';
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
  /** Whether the deadlines are paused; `due` is then the planned end of the pause. */
  readonly paused: boolean;
  readonly paidAt: Instant | null;
  /** The day the money arrived, if it was given with the confirmation. */
  readonly paidOn: LocalDate | null;
  readonly specialty: string;
  /** The policy the application is judged by. */
  readonly policy: Policy;
}

const columns = `application.id, application.number, person.name AS "applicantName", unit.name AS "unitName", application.level,
  application.status, application.due, application.part, application.paid_at AS "paidAt",
  (SELECT data->>'paidOn' FROM events WHERE application_id = application.id AND data ? 'paidOn'
    AND event = CASE application.part WHEN 'defense' THEN '${eventOfPart.defense}' ELSE '${eventOfPart.review}' END) AS "paidOn",
  application.facts->'profile'->>'specialty' AS specialty, application.facts->>'tolledSince' IS NOT NULL AS paused,
  pinned.version`;
const joined = `JOIN users AS person ON person.id = application.applicant_id JOIN units AS unit ON unit.id = application.unit_id
  ${pinnedVersion('application')}`;

/** Unpaid fees of a campaign, earliest due first; `statusOf` says in which status each part is paid. */
export async function feesDue(
  database: Database,
  given: {
    readonly campaignId: string;
    readonly statusOf: Readonly<Record<FeePart, Status>>;
    readonly after: KeysetPlace | undefined;
    readonly limit: number;
  },
): Promise<readonly FeeRow[]> {
  const { campaignId, statusOf, after, limit } = given;
  const continued = after !== undefined;
  const { rows } = await database.pool.query<Row>({
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
  return await withPolicies(database, campaignId, rows);
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
  database: Database,
  given: { readonly campaignId: string; readonly after: KeysetPlace | undefined; readonly limit: number },
): Promise<readonly FeeRow[]> {
  const { campaignId, after, limit } = given;
  const { rows } = await database.pool.query<Row>({
    name: after ? 'fees_paid_after' : 'fees_paid',
    text: `SELECT ${columns} FROM (
        (${paid('review', 'paidAt', after !== undefined)}) UNION ALL
        (${paid('defense', 'defenseFeePaidAt', after !== undefined)})
        ORDER BY paid_at DESC, id DESC LIMIT $2::int) AS application ${joined}
      ORDER BY application.paid_at DESC, application.id DESC`,
    values: [campaignId, limit, ...(after ? [after.at ?? 0, after.id] : [])],
  });
  return await withPolicies(database, campaignId, rows);
}

/** The same of what is paid. */
const paid = (part: FeePart, fact: PaidFact, continued: boolean) => `
  SELECT *, '${part}' AS part, (facts->>'${fact}')::bigint AS paid_at FROM applications
  WHERE campaign_id = $1 AND facts->>'${fact}' IS NOT NULL
    ${continued ? `AND ((facts->>'${fact}')::bigint, id) < ($3::bigint, $4::uuid)` : ''}
  ORDER BY (facts->>'${fact}')::bigint DESC, id DESC LIMIT $2::int`;

type Row = Omit<FeeRow, 'due' | 'paidAt' | 'policy'> & {
  readonly due: Date | null;
  readonly paidAt: string | null;
  readonly version: number;
};

/** A page has few versions of the policy, and each is 100 kB. */
async function withPolicies(database: Database, campaignId: string, rows: readonly Row[]): Promise<readonly FeeRow[]> {
  return await Promise.all(
    rows.map(async ({ due, paidAt, version, ...row }) => ({
      ...row,
      due: instantOrNull(due),
      paidAt: paidAt === null ? null : Number(paidAt),
      policy: (await keptPolicyVersion(database, { campaignId, version })).policy,
    })),
  );
}
