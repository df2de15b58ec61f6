import type { Instant } from '../rules/calendar/instant.js';
import type { LetterKind } from '../rules/letterWords.js';
import type { EventName } from '../rules/lifecycle.js';
import type { Database } from './database.js';
import { instantFrom, instantOrNull } from './instants.js';

/** A letter that has not gone out. */
export interface WaitingLetter {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: LetterKind;
  readonly role: string;
  readonly state: 'pending' | 'parked';
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly lastError: string | null;
}

interface Which {
  /** Only these campaigns; null: every one. */
  readonly campaigns: readonly string[] | null;
  readonly limit: number;
}

function inCampaigns(campaigns: Which['campaigns']) {
  return campaigns === null ? {} : { application: { campaignId: { in: [...campaigns] } } };
}

/** Letters in one state, oldest first. */
export async function waitingLetters(
  database: Database,
  { state, campaigns, limit }: Which & { readonly state: WaitingLetter['state'] },
): Promise<readonly WaitingLetter[]> {
  const where = { state, ...inCampaigns(campaigns) };
  const rows = await database.outbox.findMany({ where, orderBy: { id: 'asc' }, take: limit });
  return rows.map(({ id, applicationId, kind, role, attempts, nextAttemptAt, lastError }) => ({
    id: String(id),
    applicationId,
    kind: kind as LetterKind,
    role,
    state,
    attempts,
    nextAttemptAt: instantOrNull(nextAttemptAt),
    lastError,
  }));
}

/** An act without an outcome: what and since when, not what it holds. */
export interface WaitingAct {
  readonly applicationId: string;
  readonly key: string;
  readonly event: EventName;
  readonly receivedAt: Instant;
}

/** Registered acts without an outcome, oldest first. */
export async function waitingActs(database: Database, { campaigns, limit }: Which): Promise<readonly WaitingAct[]> {
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
export async function applicationsInNeed(database: Database, { campaigns, limit }: Which): Promise<readonly string[]> {
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
    readonly words: object | null;
    readonly wordsHash: string | null;
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
    words: repair.words,
    words_hash: repair.wordsHash,
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
