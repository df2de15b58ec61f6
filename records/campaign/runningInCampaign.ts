import type { Facts } from '../../rules/application/facts.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

const final = statuses.filter(isFinal);

/** A running application with the names a list shows. */
export interface RunningApplication {
  readonly id: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly facts: Facts;
}

/** A page of a campaign's running applications by id, after the id `after`. */
export async function runningInCampaign(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, after, limit }: { readonly campaignId: string; readonly after: string | null; readonly limit: number },
): Promise<readonly RunningApplication[]> {
  const { rows } = await pool.query<RunningApplication>({
    name: 'running_applications_of',
    text: `SELECT application.id, person.name AS "applicantName", unit.name AS "unitName", application.facts
           FROM applications AS application JOIN users AS person ON person.id = application.applicant_id
           JOIN units AS unit ON unit.id = application.unit_id
           WHERE application.campaign_id = $1 AND NOT application.status = ANY($4::text[])
             AND ($2::uuid IS NULL OR application.id > $2::uuid)
           ORDER BY application.id LIMIT $3`,
    values: [campaignId, after, limit, final],
  });
  return rows;
}

/** A page of the ids of a campaign's running applications that were opened before an instant and have a workflow. */
export async function runningBefore(
  { pool }: Pick<Database, 'pool'>,
  given: {
    readonly campaignId: string;
    readonly openedBefore: Instant;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly string[]> {
  const { campaignId, openedBefore, after, limit } = given;
  const { rows } = await pool.query<{ id: string }>({
    name: 'running_before',
    text: `SELECT id FROM applications WHERE campaign_id = $1 AND NOT status = ANY($5::text[])
             AND opened_at < $2 AND started_at IS NOT NULL AND ($3::uuid IS NULL OR id > $3::uuid)
           ORDER BY id LIMIT $4`,
    values: [campaignId, stored(openedBefore), after, limit, final],
  });
  return rows.map(({ id }) => id);
}
