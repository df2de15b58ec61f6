import { randomUUID } from 'node:crypto';
import type { Database } from '../../records/database.js';
import { stored } from '../../records/timestamps.js';
import type { Tally } from '../../rules/application/facts.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';

/** A meeting as stored; nobody has voted in it. */
interface Meeting {
  readonly campaignId: string;
  readonly committee: string;
  readonly at: Instant;
}
const hash = 'a'.repeat(64);

/** Inserts a convened meeting. Returns its id. */
export async function convenedMeeting(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, committee, at }: Meeting,
): Promise<string> {
  const id = randomUUID();
  await pool.query({
    name: 'bench_meeting',
    text: `INSERT INTO meetings (id, campaign_id, committee, committee_name, state, held_on, begins, place, convened_by, convened_at)
           VALUES ($1, $2, $3, $3, 'convened', $4, '09:30', '会议室', 'office', $5)`,
    values: [id, campaignId, committee, localDateOf(at), stored(at)],
  });
  return id;
}

/** Inserts a closed motion for each outcome, and signs the meeting. */
export async function signMeeting(
  { pool }: Pick<Database, 'pool'>,
  { meetingId, at }: { readonly meetingId: string; readonly at: Instant },
  outcomes: readonly { readonly applicationId: string; readonly tally: Tally }[],
): Promise<void> {
  await pool.query({
    name: 'bench_motions',
    text: `INSERT INTO motions (meeting_id, application_id, ordinal, state, opened_at, ended_at, ballot_key, receipt_key,
             committee, attending, recused, agree, disagree, abstain, not_cast, ballots_root, receipts_root)
           SELECT $1, (one.outcome->>'applicationId')::uuid, one.ordinal, 'closed', $2, $2, 'key', 'key', tally.committee,
             tally.attending, tally.recused, tally.agree, tally.disagree, tally.abstain, 0, $4, $4
           FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS one (outcome, ordinal),
             jsonb_populate_record(NULL::motions, one.outcome->'tally') AS tally`,
    values: [meetingId, stored(at), JSON.stringify(outcomes), hash],
  });
  await pool.query({
    name: 'bench_signature',
    text: `UPDATE meetings SET state = 'signed', signed_by = 'chair', signed_at = $2, minutes = '{}', minutes_hash = $3
           WHERE id = $1`,
    values: [meetingId, stored(at), hash],
  });
}
