import { isConferred } from '../../rules/application/isConferred.js';
import { type Status, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Standing } from '../../rules/campaign/campaignFacts.js';
import type { EmployerKind, Level, Track } from '../../rules/campaign/codes.js';
import { type UnitCell, type UnitStatistics, unitStatistics } from '../../rules/campaign/unitStatistics.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** A cell of a campaign's statistics: how many applications of one kind have one status. */
export interface StatisticsCell {
  readonly level: Level;
  readonly specialty: string;
  readonly employerKind: EmployerKind;
  readonly track: Track;
  readonly status: Status;
  readonly count: number;
  /** Of these, how many were corrected at least once. */
  readonly corrected: number;
}

/** The statistics of a campaign and when they were counted. */
export interface CampaignStatistics {
  readonly countedAt: Instant;
  readonly cells: readonly StatisticsCell[];
  readonly units: readonly UnitStatistics[];
}

/** Counts a campaign's applications by kind and status. Names nobody. */
export async function countCampaign(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly StatisticsCell[]> {
  const { rows } = await pool.query<StatisticsCell>({
    name: 'count_campaign',
    text: `SELECT level, specialty, employer_kind AS "employerKind", track, status, count(*)::int AS count,
             (count(*) FILTER (WHERE submissions > 1))::int AS corrected
           FROM applications WHERE campaign_id = $1
           GROUP BY level, specialty, employer_kind, track, status
           ORDER BY level, specialty, employer_kind, track, status`,
    values: [campaignId],
  });
  return rows;
}

/** The same by unit. Names units, and no person. */
export async function countUnits(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly UnitStatistics[]> {
  const { rows } = await pool.query<UnitCell>({
    name: 'count_units',
    text: `SELECT unit.id AS "unitId", unit.name AS "unitName", unit.kind AS "employerKind", application.status,
             application.submissions > 0 AS arrived, application.facts->>'acceptedAt' IS NOT NULL AS accepted,
             count(*)::int AS count
           FROM applications AS application JOIN units AS unit ON unit.id = application.unit_id
           WHERE application.campaign_id = $1
           GROUP BY unit.id, application.status, arrived, accepted`,
    values: [campaignId],
  });
  return unitStatistics(rows);
}

/** Stores the statistics of a closed campaign, once. */
export async function writeStatistics(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, at }: { readonly campaignId: string; readonly at: Instant },
): Promise<void> {
  const [cells, units] = await Promise.all([countCampaign({ pool }, campaignId), countUnits({ pool }, campaignId)]);
  await pool.query({
    name: 'write_statistics',
    text: `INSERT INTO campaign_statistics (campaign_id, statistics, units, counted_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (campaign_id) DO NOTHING`,
    values: [campaignId, JSON.stringify(cells), JSON.stringify(units), stored(at)],
  });
}

/** The statistics written when the campaign was closed, or null. */
export async function findStatistics(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<CampaignStatistics | null> {
  const {
    rows: [row],
  } = await pool.query<Omit<CampaignStatistics, 'countedAt'> & { readonly countedAt: Date }>({
    name: 'find_statistics',
    text: `SELECT statistics AS cells, units, counted_at AS "countedAt" FROM campaign_statistics WHERE campaign_id = $1`,
    values: [campaignId],
  });
  return row ? { ...row, countedAt: instantFrom(row.countedAt) } : null;
}

/** How many applications of a campaign have not ended, and where they stand. */
export async function runningIn(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, ended }: { readonly campaignId: string; readonly ended: readonly Status[] },
): Promise<{ readonly running: number; readonly standing: Standing }> {
  const { rows } = await pool.query<{ status: Status; n: number }>({
    name: 'running_in_campaign',
    text: `SELECT status, count(*)::int AS n FROM applications
           WHERE campaign_id = $1 AND NOT status = ANY ($2::text[]) GROUP BY status`,
    values: [campaignId, ended],
  });
  return {
    running: rows.reduce((sum, { n }) => sum + n, 0),
    standing: Object.fromEntries(rows.map(({ status, n }) => [status, n])),
  };
}

/** Applications of a campaign that ended with the title. */
export async function titlesIn({ pool }: Pick<Database, 'pool'>, campaignId: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: 'titles_in_campaign',
    text: 'SELECT count(*)::int AS n FROM applications WHERE campaign_id = $1 AND status = ANY ($2::text[])',
    values: [campaignId, statuses.filter(isConferred)],
  });
  return rows[0]?.n ?? 0;
}

/** Specialties of a campaign that have applications in one of these statuses. */
export async function specialtiesWaiting(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, statuses }: { readonly campaignId: string; readonly statuses: readonly Status[] },
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ specialty: string }>({
    name: 'specialties_waiting',
    text: 'SELECT DISTINCT specialty FROM applications WHERE campaign_id = $1 AND status = ANY ($2::text[])',
    values: [campaignId, statuses],
  });
  return rows.map(({ specialty }) => specialty);
}
