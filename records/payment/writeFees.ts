import type { FeeChange } from '../../rules/fees/feeChanges.js';
import { firstStates, statesBy } from '../../rules/fees/feeStates.js';

/**
 * A part of the statement that records a transition: writes what it does to fees, `parameter` being a list of `feeRow`s. It
 * reads `moved`, so that nothing is written unless the transition is. A fee keeps the code it was first given.
 */
export const writeFees = (parameter: string) => `, fee_changes AS (
      INSERT INTO fees AS fee (application_id, campaign_id, part, code, amount, state, basis, arisen_at, changed_at)
      SELECT moved.id, moved.campaign_id, change.part,
        COALESCE((SELECT code FROM fees WHERE application_id = moved.id AND part = change.part), next_pay_code()),
        change.amount, change.first, change.basis, moved.updated_at, moved.updated_at
      FROM moved, jsonb_to_recordset(${parameter}::jsonb) AS change (part text, amount int, first text, basis text)
      ON CONFLICT (application_id, part) DO UPDATE SET
        amount = EXCLUDED.amount, changed_at = EXCLUDED.changed_at, basis = EXCLUDED.basis,
        state = COALESCE((SELECT change->'states'->>fee.state FROM jsonb_array_elements(${parameter}::jsonb) AS change
          WHERE change->>'part' = EXCLUDED.part), fee.state)
    )`;

/** A change as `writeFees` takes it: the state a new fee has, and the one that follows each state a known fee may have. */
export const feeRow = ({ part, event, amount, basis }: FeeChange) => ({
  part,
  amount,
  basis,
  first: firstStates[event],
  states: statesBy(event),
});
