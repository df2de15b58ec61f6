import type { FeeChange } from '../../rules/fees/feeChanges.js';
import { firstStates, statesBy } from '../../rules/fees/feeStates.js';
import { postingOfChange } from '../../rules/fees/postings.js';

/**
 * A part of the statement that records transitions: writes what they do to fees and the ledger, `parameter` being a list of
 * `feeRow`s. It reads `moved`, so that nothing is written unless the transition is. A fee keeps the code it was first given; an
 * exemption keeps the hash of the proof that was there.
 */
export const writeFees = (parameter: string) => `, states AS MATERIALIZED (
      SELECT jsonb_object_agg((change->>'application_id') || ' ' || (change->>'part'), change->'states') AS after
      FROM jsonb_array_elements(${parameter}::jsonb) AS change
    ), fee_changes AS (
      INSERT INTO fees AS fee (application_id, campaign_id, part, code, amount, state, basis, proof, arisen_at, changed_at)
      SELECT moved.id, moved.campaign_id, change.part,
        COALESCE((SELECT code FROM fees WHERE application_id = moved.id AND part = change.part), next_pay_code()),
        change.amount, change.first, change.basis, CASE WHEN change.first = 'exempt' THEN (SELECT sha256 FROM documents
          WHERE application_id = moved.id AND kind = 'fee_exemption_proof' AND removed_at IS NULL
          ORDER BY uploaded_at DESC, id LIMIT 1) END, moved.updated_at, moved.updated_at
      FROM moved JOIN jsonb_to_recordset(${parameter}::jsonb) AS change (application_id uuid, part text, amount int, first text, basis text)
        ON change.application_id = moved.id
      ON CONFLICT (application_id, part) DO UPDATE SET
        amount = EXCLUDED.amount, changed_at = EXCLUDED.changed_at, basis = EXCLUDED.basis, proof = EXCLUDED.proof,
        state = COALESCE((SELECT after->(EXCLUDED.application_id || ' ' || EXCLUDED.part)->>fee.state FROM states), fee.state)
      RETURNING application_id, part, code
    ), transfers AS (
      INSERT INTO ledger_transfers (id, kind, campaign_id, application_id, part, pay_code, pending, at)
      SELECT moved.id || ':' || moved.seq || ':' || change.part, change.kind, moved.campaign_id, moved.id, change.part, fee_changes.code,
        false, moved.updated_at
      FROM moved JOIN jsonb_to_recordset(${parameter}::jsonb) AS change (application_id uuid, part text, kind text)
        ON change.application_id = moved.id
        JOIN fee_changes ON fee_changes.application_id = moved.id AND fee_changes.part = change.part
      WHERE change.kind IS NOT NULL
    ), entries AS (
      INSERT INTO ledger_entries (transfer_id, line, account, amount)
      SELECT moved.id || ':' || moved.seq || ':' || change.part, entry.line, entry.account, entry.amount
      FROM moved JOIN jsonb_to_recordset(${parameter}::jsonb) AS change (application_id uuid, part text, entries jsonb)
        ON change.application_id = moved.id,
        jsonb_to_recordset(change.entries) AS entry (line smallint, account text, amount bigint)
    )`;

/**
 * A change as `writeFees` takes it: the state a new fee has, the one that follows each state a known fee may have, and what is
 * posted.
 */
export function feeRow(applicationId: string, change: FeeChange) {
  const { part, event, amount, basis } = change;
  const posting = postingOfChange(change);
  return {
    application_id: applicationId,
    part,
    amount,
    basis,
    first: firstStates[event],
    states: statesBy(event),
    kind: posting?.kind ?? null,
    entries: (posting?.entries ?? []).map((entry, index) => ({ line: index + 1, ...entry })),
  };
}
