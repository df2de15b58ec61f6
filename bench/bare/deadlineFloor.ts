import pMap from 'p-map';
import type { Database } from '../../records/database.js';
import { recordDue } from '../../records/deadlines/recordDue.js';
import { inTransaction } from '../../records/inTransaction.js';
import { day } from '../../rules/calendar/instant.js';
import { takeOverDraft } from '../data/dueDrafts.js';
import type { Place } from '../data/inReview.js';
import { drive } from '../measure.js';
import { onOwnDatabase } from '../stack/onOwnDatabase.js';

const [batchSize, batches] = [250, 2];

// What the product writes for a draft that lapses, copied from one that has: no rule, hash or check is worked out.
const statements = [
  `UPDATE applications AS row SET status = done.status, seq = row.seq + 1, due = done.due,
     facts = done.facts || jsonb_build_object('applicationId', row.id, 'applicantId', row.applicant_id),
     last_hash = done.last_hash, updated_at = done.updated_at, intake_cutoff = done.intake_cutoff
   FROM applications AS done WHERE row.id = ANY ($1::uuid[]) AND done.id = $2::uuid`,
  `INSERT INTO events SELECT (jsonb_populate_record(done, jsonb_build_object('application_id', next.id))).*
   FROM events AS done, unnest($1::uuid[]) AS next (id) WHERE done.application_id = $2::uuid`,
  `INSERT INTO outbox (application_id, seq, kind, role, scope, key, detail)
   SELECT next.id, letter.seq, letter.kind, letter.role, letter.scope, letter.key, letter.detail
   FROM outbox AS letter, unnest($1::uuid[]) AS next (id) WHERE letter.application_id = $2::uuid`,
];

/** Writes the rows of `count` deadlines in plain SQL, on a server of its own. @returns ms until the last is committed */
export async function bareDeadlineRows(place: Place, count: number): Promise<number> {
  return await onOwnDatabase((database) => write(database, place, count));
}

async function write(database: Database, place: Place, count: number): Promise<number> {
  const ids: string[] = [];
  await drive({ clients: 8, jobs: count + 1 }, async () => {
    ids.push((await takeOverDraft(database, place, Date.now() + 30 * day)).facts.applicationId);
  });
  const model = ids.pop() ?? '';
  await recordDue(database, { campaignId: place.policy.id, ids: [model], upTo: Date.now() + 60 * day });
  const parts = Array.from({ length: Math.ceil(count / batchSize) }, (_, part) =>
    ids.slice(part * batchSize, (part + 1) * batchSize),
  );
  const began = performance.now();
  const writePart = (part: readonly string[]) =>
    inTransaction(database, async (connection) => {
      for (const text of statements) await connection.query(text, [part, model]);
    });
  await pMap(parts, writePart, { concurrency: batches });
  return performance.now() - began;
}
