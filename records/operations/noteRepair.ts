import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';

/** Stores why an operator repaired a step, and the result; the workflow knows only the hash of the reason. */
export async function noteRepair(
  database: Database,
  repair: {
    readonly applicationId: string;
    readonly key: string;
    readonly name: string;
    readonly actorId: string;
    readonly actorScope: string | null;
    readonly receivedAt: Instant;
    readonly step: string;
    readonly freeText: object | null;
    readonly freeTextHash: string | null;
    readonly answer: object;
    readonly bodyHash: string;
  },
): Promise<void> {
  const row = {
    application_id: repair.applicationId,
    key: repair.key,
    event: repair.name,
    actor_role: 'operator',
    actor_id: repair.actorId,
    actor_scope: repair.actorScope,
    received_at: new Date(repair.receivedAt),
    data: { step: repair.step },
    free_text: repair.freeText,
    free_text_hash: repair.freeTextHash,
    body_hash: repair.bodyHash,
    outcome: 'done',
    answer: repair.answer,
  };
  await database.pool.query(
    `INSERT INTO intakes SELECT * FROM jsonb_populate_record(NULL::intakes, $1::jsonb || jsonb_build_object(
       'id', gen_random_uuid(), 'finished_at', clock_timestamp())) ON CONFLICT (application_id, key) DO NOTHING`,
    [JSON.stringify(row)],
  );
}
