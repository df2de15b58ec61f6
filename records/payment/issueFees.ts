import type { Instant } from '../../rules/calendar/instant.js';
import { statesBy } from '../../rules/fees/feeStates.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/** Notes that the notice of payment of an application has been made (生成), for what is still to be paid. */
export async function issueFees(
  { pool }: Pick<Database, 'pool'>,
  { applicationId, at }: { readonly applicationId: string; readonly at: Instant },
): Promise<void> {
  await pool.query({
    name: 'issue_fees',
    text: 'UPDATE fees SET state = $2::jsonb->>state, changed_at = $3 WHERE application_id = $1::uuid AND $2::jsonb ? state',
    values: [applicationId, JSON.stringify(statesBy('issue')), stored(at)],
  });
}
