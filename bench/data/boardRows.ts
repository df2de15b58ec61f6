import pg from 'pg';
import { running } from './listRows.js';

// A form of each, one in 250 of somebody who reaches the retirement age. What they wrote would lie out of line.
const forms = `
  INSERT INTO dossiers (application_id, draft, updated_at, retiring)
  SELECT id, '{}', opened_at, hashtext(id::text) % 250 = 0 FROM applications`;

// What the running applications were handed in by, and those that have arrived at the committee by: on one of thirty days, one
// in eight of them twice.
const events = `
  INSERT INTO events (application_id, seq, law, key, event, actor_role, actor_id, at, from_status, to_status, data, changes,
    deadlines, prev_hash, hash)
  SELECT id, place, 1, happened || place, happened, 'department', 'bench', updated_at - (abs(hashtext(id::text)) % 30 || ' days')::interval +
      (place || ' hours')::interval, came, went, '{}', '{}', '{}', repeat('0', 64), encode(sha256((id::text || place)::bytea), 'hex')
  FROM applications CROSS JOIN (VALUES (1, 'submit', 'draft', 'unit_review'), (2, 'forward', 'superior_review', 'committee_audit'),
    (3, 'resubmit', 'correction', 'committee_audit')) AS happened (place, happened, came, went)
  WHERE campaign_id = ANY($1::text[]) AND status <> 'draft' AND (place = 1 OR status = ANY($2::text[]))
    AND (place < 3 OR hashtext(id::text) % 8 = 0)`;

const arrived = ['committee_audit', 'correction', 'payment', 'defense', 'review', 'public_notice', 'not_accepted'];

/** Adds to `fillLists` what the board of a campaign reads beside the applications. */
export async function fillBoard(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(forms);
    await client.query(events, [running, arrived]);
  } finally {
    await client.end();
  }
}
