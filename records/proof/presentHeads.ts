import type { Statements } from '../database.js';
import type { Head } from './signedHeads.js';

/** Where every chain ends now: applications, campaigns, and the scopes of the register. */
export async function presentHeads(statements: Statements): Promise<readonly Head[]> {
  const { rows } = await statements.query<{ kind: string; id: string; seq: number; hash: string }>({
    name: 'present_heads',
    text: `SELECT 'application' AS kind, id::text AS id, seq, last_hash AS hash FROM applications
      UNION ALL SELECT 'campaign', campaign_id, seq, last_hash FROM campaign_states
      UNION ALL SELECT * FROM (SELECT DISTINCT ON (scope) 'register', scope, seq, hash FROM register_entries ORDER BY scope, seq DESC) AS register`,
  });
  return rows.map(({ kind, id, seq, hash }) => [kind, id, seq, hash]);
}

/** Of signed heads, those that are no longer part of their chain: cut off, rewritten or gone. */
export async function headsLost(statements: Statements, signed: readonly Head[]): Promise<readonly Head[]> {
  const values = [0, 1, 2, 3].map((column) => signed.map((head) => head[column]));
  const { rows } = await statements.query<{ kind: string; id: string; seq: number; hash: string }>({
    name: 'heads_lost',
    text: `SELECT signed.* FROM unnest($1::text[], $2::text[], $3::int[], $4::text[]) AS signed (kind, id, seq, hash)
      WHERE NOT CASE signed.kind
        WHEN 'application' THEN signed.seq = 0 AND EXISTS (SELECT FROM applications AS row WHERE row.id = signed.id::uuid
            AND signed.hash = COALESCE((SELECT prev_hash FROM events WHERE application_id = row.id AND seq = 1), row.last_hash))
          OR EXISTS (SELECT FROM events WHERE application_id = signed.id::uuid AND events.seq = signed.seq AND events.hash = signed.hash)
        WHEN 'campaign' THEN signed.seq = 0 AND EXISTS (SELECT FROM campaign_states WHERE campaign_id = signed.id)
          OR EXISTS (SELECT FROM campaign_events WHERE campaign_id = signed.id AND campaign_events.seq = signed.seq
            AND campaign_events.hash = signed.hash)
        ELSE EXISTS (SELECT FROM register_entries AS entry WHERE entry.scope = signed.id AND entry.seq = signed.seq
          AND entry.hash = signed.hash) END`,
    values,
  });
  return rows.map(({ kind, id, seq, hash }) => [kind, id, seq, hash]);
}
