import { pausePrefix } from '../../rules/campaign/pauseStates.js';
import type { Database } from '../database.js';

/** The keys of the acts of a pause on each of its applications. */
export const pauseKeys = (pauseId: string) => ({
  request: `${pausePrefix}${pauseId}-request`,
  approval: `${pausePrefix}${pauseId}-approve`,
  end: `${pausePrefix}${pauseId}-end`,
});

type Pool = Pick<Database, 'pool'>;

/** A registered act of a pause on an application. */
export interface PauseAct {
  readonly applicationId: string;
  readonly intake: string;
  /** Whether an earlier act of the pause on it is still on its way, and its record holds. */
  readonly waits: boolean;
}

/** Applications of a campaign by id: after one, up to and including another; null: from the first, to the last. */
export interface ApplicationRange {
  readonly after: string | null;
  readonly upTo: string | null;
}

/** A page of the acts registered under a key, by the ids of their applications. `earlier`: keys of acts that go before. */
export async function pauseActs(
  { pool }: Pool,
  given: ApplicationRange & {
    readonly campaignId: string;
    readonly key: string;
    readonly earlier: readonly string[];
    readonly limit: number;
  },
): Promise<readonly PauseAct[]> {
  const { campaignId, key, earlier, after, upTo, limit } = given;
  const { rows } = await pool.query<PauseAct>({
    name: 'pause_acts',
    text: `SELECT application.id AS "applicationId", intake.id AS intake,
             EXISTS (SELECT FROM intakes AS one WHERE one.application_id = application.id AND one.key = ANY ($3::text[])
               AND one.outcome IS NULL) AND NOT EXISTS (SELECT FROM record_checks WHERE kind = 'application'
               AND subject = application.id::text AND fault IS NOT NULL) AS waits
           FROM applications AS application JOIN intakes AS intake
             ON intake.application_id = application.id AND intake.key = $2
           WHERE application.campaign_id = $1 AND ($4::uuid IS NULL OR application.id > $4)
             AND ($5::uuid IS NULL OR application.id <= $5)
           ORDER BY application.id LIMIT $6`,
    values: [campaignId, key, earlier, after, upTo, limit],
  });
  return rows;
}

/** How far a step of a pause has come. */
export interface PauseProgress {
  /** Applications on which it is registered. */
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
  /** Acts on their way; those on an application whose record does not hold are left out, and wait until it does. */
  readonly unfinished: number;
}

/** How far the acts registered under a key have come. */
export async function pauseProgress(
  { pool }: Pool,
  { campaignId, key }: { readonly campaignId: string; readonly key: string },
): Promise<PauseProgress> {
  const { rows } = await pool.query<PauseProgress>({
    name: 'pause_progress',
    text: `SELECT count(*)::int AS total, count(event.key)::int AS moved,
             count(*) FILTER (WHERE event.key IS NULL AND intake.outcome = 'refused')::int AS refused,
             count(*) FILTER (WHERE intake.outcome IS NULL AND NOT EXISTS (SELECT FROM record_checks
               WHERE kind = 'application' AND subject = application.id::text AND fault IS NOT NULL))::int AS unfinished
           FROM applications AS application
           JOIN intakes AS intake ON intake.application_id = application.id AND intake.key = $2
           LEFT JOIN events AS event ON event.application_id = application.id AND event.key = $2
           WHERE application.campaign_id = $1`,
    values: [campaignId, key],
  });
  return rows[0] ?? { total: 0, moved: 0, refused: 0, unfinished: 0 };
}
