import type { Database } from '../database.js';
import type { Fault } from '../proof/fault.js';
import { type Application, applicationOf } from './applicationRow.js';

/** An application with what a check has found of its record. */
export interface LookedUp extends Application {
  /** The known fault of its record; null where none has been found. */
  readonly fault: Fault | null;
}

type Row = Parameters<typeof applicationOf>[0] & Pick<LookedUp, 'fault'>;

const lookUp = {
  name: 'look_up_application',
  text: `SELECT id, number, campaign_id AS "campaignId", unit_id AS "unitId", department_id AS "departmentId",
                applicant_id AS "applicantId", status, seq, due, needs_attention AS "needsAttention", facts,
                last_hash AS "lastHash", opened_at AS "openedAt", started_at AS "startedAt", updated_at AS "updatedAt",
                (SELECT fault FROM record_checks WHERE kind = 'application' AND subject = applications.id::text) AS fault
         FROM applications WHERE id = $1::uuid`,
};

/** The application, or null. A prepared statement, because every act runs it. `id` must be a UUID. */
export async function lookUpApplication({ pool }: Database, id: string): Promise<LookedUp | null> {
  const { rows } = await pool.query<Row>({ ...lookUp, values: [id] });
  return rows[0] ? { ...applicationOf(rows[0]), fault: rows[0].fault } : null;
}
