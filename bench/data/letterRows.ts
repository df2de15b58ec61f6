import type { Database } from '../../records/database.js';
import { running } from './listRows.js';

// Pages of an application read the policy it was opened under.
const versions = `
  INSERT INTO policy_versions (campaign_id, version, policy, calendar, changed_by, changed_at, reason)
  SELECT id, policy_version, policy, calendar, 'bench', now() - interval '10 years', 'benchmark' FROM campaigns
  ON CONFLICT DO NOTHING`;
const events = `
  INSERT INTO events (application_id, seq, law, key, event, actor_role, actor_id, at, from_status, to_status, data, changes,
    deadlines, prev_hash, hash)
  SELECT id, 1, 1, 'submit', 'submit', 'applicant', applicant_id, opened_at, 'draft', 'unit_review', '{}', '{}', '{}',
    repeat('0', 64), encode(sha256(id::text::bytea), 'hex')
  FROM applications WHERE campaign_id = ANY($1::text[])`;
const letters = `
  INSERT INTO outbox (application_id, seq, kind, role, scope, key, detail, state, sent_at)
  SELECT id, 1, kind, role, CASE role WHEN 'applicant' THEN applicant_id WHEN 'unit' THEN unit_id ELSE campaign_id END,
    'bench-' || place, '{}', 'sent', opened_at
  FROM applications CROSS JOIN (VALUES (1, 'submitted', 'applicant'), (2, 'submitted', 'unit'), (3, 'recommended', 'applicant'),
    (4, 'arrived', 'office'), (5, 'accepted', 'applicant'), (6, 'accepted', 'unit')) AS letter(place, kind, role)
  WHERE campaign_id = ANY($1::text[])`;

/** Pins every application to its campaign's present policy. */
export async function pinPolicies({ pool }: Database): Promise<void> {
  await pool.query(versions);
}

/** Adds what pages of running applications read besides: the pinned policy, an event, and six sent letters. */
export async function fillLetters(database: Database): Promise<void> {
  const { pool } = database;
  await pinPolicies(database);
  await pool.query(events, [running]);
  await pool.query(letters, [running]);
}
