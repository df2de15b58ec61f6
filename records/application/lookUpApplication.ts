import type { Database } from '../database.js';
import { type Application, applicationOf } from './applicationRow.js';

const lookUp = {
  name: 'look_up_application',
  text: `SELECT id, number, campaign_id AS "campaignId", unit_id AS "unitId", department_id AS "departmentId",
                applicant_id AS "applicantId", status, seq, due, needs_attention AS "needsAttention", facts,
                last_hash AS "lastHash", opened_at AS "openedAt", started_at AS "startedAt", updated_at AS "updatedAt"
         FROM applications WHERE id = $1::uuid`,
};

/** The application, or null. A prepared statement, because every act runs it. `id` must be a UUID. */
export async function lookUpApplication({ pool }: Database, id: string): Promise<Application | null> {
  const { rows } = await pool.query<Parameters<typeof applicationOf>[0]>({ ...lookUp, values: [id] });
  return rows[0] ? applicationOf(rows[0]) : null;
}
