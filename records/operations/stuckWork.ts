import type { EventName, Role } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { LetterKind } from '../../rules/notifications/letterLabels.js';
import type { UnsentState } from '../../rules/notifications/letterStates.js';
import type { NotificationKind } from '../../rules/notifications/notificationKinds.js';
import type { Database } from '../database.js';
import { instantFrom, instantOrNull } from '../timestamps.js';

/** A letter that has not gone out. */
export interface StuckLetter {
  readonly id: string;
  /** The application it is about; null when it is about none. */
  readonly applicationId: string | null;
  readonly campaignId: string | null;
  readonly campaignTitle: string | null;
  readonly kind: LetterKind | NotificationKind;
  readonly role: Role;
  readonly state: UnsentState;
  /** When what it tells happened. */
  readonly at: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly lastError: string | null;
}

interface StuckWorkFilter {
  /** Only these campaigns; null: every one. */
  readonly campaigns: readonly string[] | null;
  readonly limit: number;
}

function inCampaigns(campaigns: StuckWorkFilter['campaigns']) {
  return campaigns === null ? {} : { application: { campaignId: { in: [...campaigns] } } };
}

/** Letters in one state, about whatever, oldest first. */
export async function stuckLetters(
  { pool }: Pick<Database, 'pool'>,
  { state, campaigns, limit }: StuckWorkFilter & { readonly state: StuckLetter['state'] },
): Promise<readonly StuckLetter[]> {
  const { rows } = await pool.query<Omit<StuckLetter, 'at' | 'nextAttemptAt'> & Record<'at' | 'next', Date | null>>(
    `SELECT letter.id::text, COALESCE(letter.application_id::text, letter.detail->>'applicationId') AS "applicationId",
       campaign.id AS "campaignId", campaign.title AS "campaignTitle", letter.kind, letter.role, letter.state,
       COALESCE(to_timestamp((letter.detail->>'at')::float8 / 1000), event.at) AS at, letter.attempts,
       letter.next_attempt_at AS next, letter.last_error AS "lastError"
     FROM outbox AS letter LEFT JOIN applications AS application ON application.id = letter.application_id
       LEFT JOIN campaigns AS campaign ON campaign.id = COALESCE(letter.campaign_id, application.campaign_id)
       LEFT JOIN events AS event ON event.application_id = letter.application_id AND event.seq = letter.seq
     WHERE letter.state = $1 AND ($2::text[] IS NULL OR campaign.id = ANY ($2::text[]))
     ORDER BY letter.id LIMIT $3`,
    [state, campaigns, limit],
  );
  return rows.map(({ at, next, ...row }) => ({ ...row, at: instantOrNull(at), nextAttemptAt: instantOrNull(next) }));
}

/** Whose course a letter tells that somebody wants to retry or skip; null when there is none of this id in these campaigns. */
export async function findStuckLetter(
  { pool }: Pick<Database, 'pool'>,
  { id, campaigns }: { readonly id: string; readonly campaigns: StuckWorkFilter['campaigns'] },
): Promise<{ readonly applicationId: string | null } | null> {
  const { rows } = await pool.query<{ applicationId: string | null }>(
    `SELECT letter.application_id AS "applicationId"
     FROM outbox AS letter LEFT JOIN applications AS application ON application.id = letter.application_id
     WHERE letter.id = $1::bigint
       AND ($2::text[] IS NULL OR COALESCE(letter.campaign_id, application.campaign_id) = ANY ($2::text[]))`,
    [id, campaigns],
  );
  return rows[0] ?? null;
}

/** An act without an outcome: what and since when, not what it holds. */
export interface WaitingAct {
  readonly applicationId: string;
  readonly key: string;
  readonly event: EventName;
  readonly receivedAt: Instant;
}

/** Registered acts without an outcome, oldest first. */
export async function waitingActs(
  database: Database,
  { campaigns, limit }: StuckWorkFilter,
): Promise<readonly WaitingAct[]> {
  const rows = await database.intake.findMany({
    where: { outcome: null, ...inCampaigns(campaigns) },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { applicationId: true, key: true, event: true, receivedAt: true },
  });
  return rows.map(({ receivedAt, event, ...row }) => ({
    ...row,
    event: event as EventName,
    receivedAt: instantFrom(receivedAt),
  }));
}

/** Ids of applications that need an operator. */
export async function applicationsInNeed(
  database: Database,
  { campaigns, limit }: StuckWorkFilter,
): Promise<readonly string[]> {
  const where = { needsAttention: true, ...(campaigns === null ? {} : { campaignId: { in: [...campaigns] } }) };
  const rows = await database.application.findMany({
    where,
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Keeps why an operator repaired a step, with what came of it: the workflow knows only the hash. */
export async function noteRepair(
  database: Database,
  repair: {
    readonly applicationId: string;
    readonly key: string;
    readonly name: string;
    readonly actorId: string;
    readonly actorScope: string | null;
    readonly receivedAt: Instant;
    readonly step: string;
    readonly freeText: object | null;
    readonly freeTextHash: string | null;
    readonly answer: object;
    readonly bodyHash: string;
  },
): Promise<void> {
  const row = {
    application_id: repair.applicationId,
    key: repair.key,
    event: repair.name,
    actor_role: 'operator',
    actor_id: repair.actorId,
    actor_scope: repair.actorScope,
    received_at: new Date(repair.receivedAt),
    data: { step: repair.step },
    free_text: repair.freeText,
    free_text_hash: repair.freeTextHash,
    body_hash: repair.bodyHash,
    outcome: 'done',
    answer: repair.answer,
  };
  await database.pool.query(
    `INSERT INTO intakes SELECT * FROM jsonb_populate_record(NULL::intakes, $1::jsonb || jsonb_build_object(
       'id', gen_random_uuid(), 'finished_at', clock_timestamp())) ON CONFLICT (application_id, key) DO NOTHING`,
    [JSON.stringify(row)],
  );
}
