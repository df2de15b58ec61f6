import { followedBy } from '../../rules/application/counting/followsAfter.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import { timerId } from '../../rules/application/timers.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { campaignLaw, campaignStatuses } from '../../rules/campaign/campaignLaw.js';
import type { Database } from '../database.js';

/** Where the record of an application or a campaign stands, for comparing it with its workflow. */
export interface RecordedWorkflow {
  /** The short number of an application, the id of a campaign. */
  readonly id: string;
  readonly seq: number;
  /** Whether nothing happens to it any more. */
  readonly final: boolean;
  /** Whether its workflow was started once. */
  readonly started: boolean;
  /** Whether the last event was written so long ago that its workflow knows it: it follows a deadline, the outcome of a meeting, an amendment or a pause of the campaign within minutes. */
  readonly settled: boolean;
}

/** How long a workflow takes to look, once it is woken, when many are. */
const following: Instant = 120_000;

type Pool = Pick<Database, 'pool'>;

const ended = statuses.filter(isFinal);
const endedCampaigns = campaignStatuses.filter((status) => campaignLaw[status].final);

const followed = `interval '${followedBy + following} milliseconds'`;

// By the database's clock: instants of events go by campaign time.
const unsettled = (
  owner: 'application' | 'campaign',
) => `EXISTS (SELECT FROM ${owner === 'application' ? 'events' : 'campaign_events'} AS event
    WHERE event.${owner}_id = row.${owner === 'application' ? 'id' : 'campaign_id'} AND event.seq = row.seq
      AND event.recorded_at > clock_timestamp() - ${
        owner === 'application'
          ? `CASE WHEN event.actor_id = '${timerId}' OR event.key ~ '^(tally|amend|pause)-' THEN ${followed} ELSE interval '45 seconds' END`
          : `interval '30 seconds'`
      })`;

// $1 is for statuses that are final.
const columns = (owner: 'application' | 'campaign', id: string) => `
  ${id} AS id, row.seq, row.status = ANY ($1) AS final, row.started_at IS NOT NULL AS started,
  NOT ${unsettled(owner)} AS settled`;

/** How many applications and campaigns should have a running workflow, and how many applications have just ended. */
export async function countRecordedWorkflows(
  { pool }: Pool,
  now: Instant,
): Promise<{ readonly unended: number; readonly justEnded: number }> {
  const { rows } = await pool.query<{ readonly unended: number; readonly justEnded: number }>({
    name: 'count_recorded_workflows',
    text: `SELECT applications.unended + campaigns.unended AS unended, "justEnded"
      FROM (SELECT count(*) FILTER (WHERE status <> ALL ($1))::int AS unended,
          count(*) FILTER (WHERE status = ANY ($1) AND updated_at > $3)::int AS "justEnded"
        FROM applications WHERE started_at IS NOT NULL) AS applications,
      (SELECT count(*)::int AS unended FROM campaign_states WHERE status <> ALL ($2) AND started_at IS NOT NULL) AS campaigns`,
    values: [ended, endedCampaigns, new Date(now - followedBy - following)],
  });
  return rows[0] ?? { unended: 0, justEnded: 0 };
}

/** Those of some running workflows, by number, whose application has just ended by a deadline or a meeting, and which follow within minutes. */
export async function endedUnfollowed({ pool }: Pool, numbers: readonly string[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ number: string }>({
    name: 'ended_unfollowed',
    text: `SELECT number FROM applications AS row
      WHERE number = ANY ($2) AND status = ANY ($1) AND ${unsettled('application')}`,
    values: [ended, numbers],
  });
  return rows.map(({ number }) => number);
}

/** A page of the applications that should have a running workflow, by ascending number. */
export async function recordedApplications(
  { pool }: Pool,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly RecordedWorkflow[]> {
  const { rows } = await pool.query<RecordedWorkflow>({
    name: 'recorded_applications',
    text: `SELECT ${columns('application', 'row.number')} FROM applications AS row
      WHERE status <> ALL ($1) AND started_at IS NOT NULL AND ($2::text IS NULL OR number > $2) ORDER BY number LIMIT $3`,
    values: [ended, after, limit],
  });
  return rows;
}

/** The running applications for which an act or a deadline has waited since before an instant of campaign time, by number. */
export async function overdueApplications({ pool }: Pool, before: Instant): Promise<readonly string[]> {
  const { rows } = await pool.query<{ number: string }>({
    name: 'overdue_applications',
    text: `SELECT number FROM applications WHERE status <> ALL ($1) AND due < $2
      UNION SELECT number FROM intakes JOIN applications ON applications.id = application_id
        WHERE outcome IS NULL AND received_at < $2`,
    values: [ended, new Date(before)],
  });
  return rows.map(({ number }) => number);
}

/** The campaigns that should have one. */
export async function recordedCampaigns({ pool }: Pool): Promise<readonly RecordedWorkflow[]> {
  const { rows } = await pool.query<RecordedWorkflow>({
    name: 'recorded_campaigns',
    text: `SELECT ${columns('campaign', 'row.campaign_id')} FROM campaign_states AS row
      WHERE status <> ALL ($1) AND started_at IS NOT NULL ORDER BY campaign_id`,
    values: [endedCampaigns],
  });
  return rows;
}

/** The application of a short number, or null when there is none. */
export async function recordedApplicationState({ pool }: Pool, number: string): Promise<RecordedWorkflow | null> {
  const { rows } = await pool.query<RecordedWorkflow>({
    name: 'recorded_application_state',
    text: `SELECT ${columns('application', 'row.number')} FROM applications AS row WHERE number = $2`,
    values: [ended, number],
  });
  return rows[0] ?? null;
}

/** One campaign, or null when nothing is recorded of it. */
export async function recordedCampaignState({ pool }: Pool, id: string): Promise<RecordedWorkflow | null> {
  const { rows } = await pool.query<RecordedWorkflow>({
    name: 'recorded_campaign_state',
    text: `SELECT ${columns('campaign', 'row.campaign_id')} FROM campaign_states AS row WHERE campaign_id = $2`,
    values: [endedCampaigns, id],
  });
  return rows[0] ?? null;
}
