import type { Database } from '../../records/database.js';
import type { Status } from '../../rules/application/lifecycle.js';
import { openDraft } from '../../rules/application/opening.js';
import { instantOf } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { calendar } from './calendar.js';

/** Campaigns of four years, the last two still running. */
export const campaigns = ['c-2021', 'c-2022', 'c-2023', 'c-2024'] as const;
export const running = campaigns.slice(2);
export const units = 1500;
export const departments = 60;

// Of a hundred applications of a running campaign, the number in each status.
const spread: Readonly<Partial<Record<Status, number>>> = {
  draft: 16,
  unit_review: 9,
  unit_publicity: 14,
  recommendation: 6,
  superior_review: 12,
  committee_audit: 15,
  correction: 5,
  payment: 8,
  defense: 3,
  review: 4,
  public_notice: 3,
  not_accepted: 2,
  lapsed: 2,
  withdrawn: 1,
};
const ended: Readonly<Partial<Record<Status, number>>> = {
  conferred: 68,
  not_passed: 14,
  lapsed: 9,
  not_accepted: 4,
  not_recommended: 2,
  withdrawn: 2,
  disqualified: 1,
};

const places = (weights: Readonly<Partial<Record<Status, number>>>) =>
  Object.entries(weights).flatMap(([status, weight]) => Array<string>(weight).fill(status));

const organisations = `
  INSERT INTO departments SELECT 'd-' || n, '第' || n || '主管部门' FROM generate_series(1, ${departments}) n;
  INSERT INTO units SELECT 'u-' || n, '第' || n || '单位',
    (ARRAY['public_institution', 'state_enterprise', 'private_enterprise'])[1 + n % 3] FROM generate_series(1, ${units}) n;
  INSERT INTO unit_chain SELECT 'u-' || n, 0, 'd-' || (1 + n % ${departments}) FROM generate_series(1, ${units}) n;`;

// The square of a random number makes a few units large and many small, as in practice. All filing deadlines of a
// campaign are the same instant, publicity ends on one of thirty days, a correction within two; within the same due
// instant, rows are ordered by id.
const fill = `
  WITH numbered AS (
    SELECT n, gen_random_uuid() AS id, 'p-' || (n % $2::int) AS applicant, ($1::text[])[1 + n / $2::int] AS campaign,
      1 + floor(power(random(), 2) * ${units})::int AS unit, n / $2::int < 2 AS past, random() AS chance,
      (ARRAY['junior', 'mid', 'deputy_senior'])[1 + floor(random() * 3)::int] AS level, random() AS other
    FROM generate_series($3::int, $8::int) n
  ), statuses AS (
    SELECT *, CASE WHEN past THEN ($5::text[])[1 + floor(chance * 100)::int] ELSE ($4::text[])[1 + floor(chance * 100)::int] END AS status
    FROM numbered
  ), dated AS (
    SELECT *, CASE
      WHEN status IN ('draft', 'unit_review', 'recommendation', 'superior_review') THEN $6::timestamptz
      WHEN status IN ('unit_publicity', 'public_notice') THEN $6::timestamptz - (floor(other * 30) || ' days')::interval
      WHEN status = 'correction' THEN $6::timestamptz + (floor(other * 48) || ' hours')::interval
      WHEN status = 'payment' THEN $6::timestamptz + interval '16 days' END AS due
    FROM statuses
  )
  INSERT INTO applications (id, number, campaign_id, unit_id, department_id, applicant_id, level, track, employer_kind, specialty,
    status, seq, due, submissions, needs_attention, facts, opening, last_hash, opened_at, started_at, updated_at)
  SELECT id, upper(campaign) || '-' || n, campaign, 'u-' || unit, CASE WHEN status = 'superior_review' THEN 'd-' || (1 + unit % ${departments}) END,
    applicant, level, 'regular', 'public_institution', 'chemical', status, 4, due, 1, other < 0.002 AND NOT past,
    $7::jsonb || jsonb_build_object('applicationId', id, 'campaignId', campaign, 'unitId', 'u-' || unit,
      'applicantId', applicant, 'status', status, 'seq', 4),
    '{}',
    encode(sha256(id::text::bytea), 'hex'), $6::timestamptz - interval '40 days', $6::timestamptz - interval '40 days',
    $6::timestamptz - (floor(other * 86400) || ' seconds')::interval
  FROM dated`;

/** The filing cutoff of the running campaigns. */
export const filingDue = instantOf(aksu2024.filing.committee.value);

/** People and applications inserted by a statement, which has to end in time. */
const atOnce = { people: 5_000, applications: 20_000 };

/**
 * Fills an empty, migrated database with `rows` applications, the same each time. Where a worker runs, campaigns that are
 * `open` are started and their deadlines, which have passed, recorded; `closed` ones are left as they are.
 */
export async function fillLists(
  { pool }: Database,
  rows: number,
  {
    nameOf = (person) => `申报人${person}`,
    state = 'open',
  }: { readonly nameOf?: (person: number) => string; readonly state?: 'open' | 'closed' } = {},
): Promise<void> {
  const people = Math.ceil(rows / campaigns.length);
  const identity = { applicationId: '', campaignId: '', applicantId: '', unitId: '', chain: ['d-1'] };
  const profile = {
    level: 'mid',
    track: 'regular',
    employerKind: 'public_institution',
    specialty: 'chemical',
    defenseExempt: false,
  } as const;
  const facts = openDraft({ ...identity, profile }, aksu2024, calendar);
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query('SELECT setseed(0.42)');
    await client.query(organisations);
    for (let from = 0; from <= people; from += atOnce.people) {
      const names = Array.from({ length: Math.min(atOnce.people, people + 1 - from) }, (_, place) =>
        nameOf(from + place),
      );
      await client.query(
        `INSERT INTO users (id, name, email) SELECT 'p-' || $1::int + n - 1, name, $1::int + n - 1 || '@example.cn'
         FROM unnest($2::text[]) WITH ORDINALITY AS named(name, n)`,
        [from, names],
      );
    }
    await client.query(
      `INSERT INTO campaigns (id, title, policy, policy_version, calendar, calendar_version, state)
       SELECT id, id, $2::jsonb, 1, $3::jsonb, $4, $5 FROM unnest($1::text[]) id`,
      [campaigns, JSON.stringify(aksu2024), JSON.stringify(calendar), calendar.version, state],
    );
    const [now, before] = [places(spread), places(ended)];
    const due = new Date(filingDue);
    for (let from = 0; from < rows; from += atOnce.applications) {
      const last = Math.min(from + atOnce.applications, rows) - 1;
      await client.query(fill, [campaigns, people, from, now, before, due, JSON.stringify(facts), last]);
    }
  } finally {
    await client.query('RESET statement_timeout');
    client.release();
  }
}
