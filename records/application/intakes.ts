import { setTimeout as sleep } from 'node:timers/promises';
import type { Act, Answer } from '../../rules/application/act.js';
import type { IntakeOutcome } from '../../rules/application/intakeOutcomes.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { lockPerson, underOtherAccounts } from '../people/otherAccounts.js';
import { countPositions } from '../positions/countPositions.js';
import { lockPositions } from '../positions/positionLock.js';
import { instantOrNull, stored } from '../timestamps.js';
import type { ActFreeText } from './actFreeText.js';
import { type ActRow, actOf } from './actOf.js';
import { intakeRow, type Registration } from './intakeRow.js';

/** An act as the API registered it, with its outcome. */
export interface Intake {
  readonly id: string;
  readonly applicationId: string;
  readonly act: Act;
  readonly freeText: ActFreeText | null;
  readonly bodyHash: string;
  /** Null while the act is on its way. */
  readonly outcome: IntakeOutcome | null;
  readonly answer: Answer | null;
  readonly refusal: Refusal | null;
  readonly finishedAt: Instant | null;
}

// The row lock makes a registration and a rising intake cutoff wait for each other: see `pendingActs`.
const register = {
  name: 'register_act',
  text: `WITH act AS (SELECT * FROM jsonb_populate_record(NULL::intakes, $1::jsonb)),
              limits AS (SELECT intake_cutoff FROM applications WHERE id = (SELECT application_id FROM act) FOR SHARE)
         INSERT INTO intakes
         SELECT act.* FROM act, limits WHERE limits.intake_cutoff IS NULL OR act.received_at >= limits.intake_cutoff
         ON CONFLICT (application_id, key) DO NOTHING`,
};

/** Inserts an intake, on a pool or within a transaction. Null: the key exists already, or the intake cutoff has passed the act. */
export async function insertIntake(statements: Statements, registration: Registration): Promise<string | null> {
  const row = intakeRow(registration);
  const { rowCount } = await statements.query({ ...register, values: [JSON.stringify(row)] });
  return rowCount === 1 ? row.id : null;
}

/** The result of a registration: `closed` when a deadline has already collected the acts registered before `until`. */
export type Registered =
  | { readonly kind: 'registered' | 'repeated'; readonly intake: Intake }
  | { readonly kind: 'closed'; readonly until: Instant };

/**
 * Registers an act: from here on it counts, even if this process dies. The same key again, even at the same time, gives
 * the existing row; the caller compares `bodyHash`. An act that meets the intake cutoff is `closed`: a deadline has
 * collected the acts of its instant, and the caller registers it again with a later one.
 */
export async function registerAct(database: Database, registration: Registration): Promise<Registered> {
  const { applicationId, freeText, bodyHash } = registration;
  const { id, act } = await insertCounted(database, registration);
  const unfinished = { outcome: null, answer: null, refusal: null, finishedAt: null };
  if (id !== null) return { kind: 'registered', intake: { id, applicationId, act, freeText, bodyHash, ...unfinished } };
  const intake = await findIntake(database, { applicationId, key: act.key });
  return intake ? { kind: 'repeated', intake } : { kind: 'closed', until: await intakeCutoff(database, applicationId) };
}

/**
 * Inserts an intake. One that takes a position, or hands in an application, is counted and inserted under a lock: two never
 * find the same position vacant, and of two accounts of one person one comes first.
 */
async function insertCounted(database: Database, registration: Registration) {
  const { act, positions, person } = registration;
  if (!positions && !person) return { id: await insertIntake(database.pool, registration), act };
  return await inTransaction(database, async (statements) => {
    const counted = { ...act, data: { ...act.data, ...(await countedFor(statements, registration)) } };
    return { id: await insertIntake(statements, { ...registration, act: counted }), act: counted };
  });
}

async function countedFor(statements: Statements, { applicationId, positions, person }: Registration) {
  if (positions) {
    await lockPositions(statements, positions);
    return { positions: await countPositions(statements, positions, applicationId) };
  }
  if (!person) return {};
  await lockPerson(statements, person);
  const others = await underOtherAccounts(statements, person);
  return others.length > 0 ? { underOtherAccounts: others } : {};
}

async function intakeCutoff({ pool }: Pick<Database, 'pool'>, applicationId: string): Promise<Instant> {
  const {
    rows: [row],
  } = await pool.query<{ intake_cutoff: Date | null }>({
    name: 'intake_cutoff',
    text: 'SELECT intake_cutoff FROM applications WHERE id = $1',
    values: [applicationId],
  });
  if (!row?.intake_cutoff) throw new Error(`no application ${applicationId} to register an act for`);
  return row.intake_cutoff.getTime();
}

/** The intake under a key, or null. */
export async function findIntake(
  { pool }: Pick<Database, 'pool'>,
  { applicationId, key }: { readonly applicationId: string; readonly key: string },
): Promise<Intake | null> {
  const {
    rows: [row],
  } = await pool.query<Row>({
    name: 'find_intake',
    text: 'SELECT * FROM intakes WHERE application_id = $1 AND key = $2',
    values: [applicationId, key],
  });
  return row ? intakeOf(row) : null;
}

// Two statements: the second must see the rows of registrations that the first has waited for.
// $3: whatever processes may still register.
const raiseIntakeCutoff = {
  name: 'raise_intake_cutoff',
  text: `UPDATE applications SET intake_cutoff = GREATEST(intake_cutoff, $2::timestamptz) WHERE id = $1
           AND ($3 OR NOT EXISTS (
             SELECT FROM arrival_marks WHERE mark < $2::timestamptz AND lease_until > clock_timestamp()))`,
};
const pending = {
  name: 'pending_acts',
  text: `SELECT * FROM intakes WHERE application_id = $1 AND outcome IS NULL AND received_at < $2::timestamptz
           AND NOT EXISTS (SELECT FROM events WHERE events.application_id = $1 AND events.key = intakes.key)
         ORDER BY received_at, id`,
};

/** Processes publish their marks four times a second. */
const lookAgainMs = 50;

/** How long a closing intake waits for acts that have arrived and are not registered yet. */
export interface ArrivalWait {
  /** In ms of real time, from the first answer of the database. */
  readonly patienceMs: number;
  /** Whether the intake closes when the time is over; else the answer is null, and nothing has changed. */
  readonly insist: boolean;
}

/**
 * Raises the intake cutoff of an application to an instant and returns the acts received before it that are neither
 * finished nor recorded, oldest first. No act can be registered before the instant any more, so every act with an earlier
 * receipt is in the answer. Waits until every API process has registered what arrived before the instant
 * (`publishArrivalMark`), within bounds.
 */
export async function pendingActs(
  database: Database,
  {
    applicationId,
    before,
    wait,
  }: { readonly applicationId: string; readonly before: Instant; readonly wait: ArrivalWait },
): Promise<readonly Act[] | null> {
  const values = [applicationId, stored(before)];
  const raise = async (regardless: boolean) =>
    (await database.pool.query({ ...raiseIntakeCutoff, values: [...values, regardless] })).rowCount === 1;
  let raised = await raise(false);
  for (const from = performance.now(); !raised; ) {
    await sleep(lookAgainMs);
    const patient = performance.now() - from < wait.patienceMs;
    raised = await raise(!patient && wait.insist);
    if (!raised && !patient) return null;
  }
  const { rows } = await database.pool.query<Row>({ ...pending, values });
  return rows.map((row) => intakeOf(row).act);
}

/**
 * For the sweeper: acts of any application received before an instant that have no outcome, oldest first. Those of a pause of
 * a campaign are recorded in sets meanwhile, and left to that for two minutes more.
 */
export async function unfinishedActs(
  { pool }: Pick<Database, 'pool'>,
  { olderThan, limit, after }: { readonly olderThan: Instant; readonly limit: number; readonly after?: Intake },
): Promise<readonly Intake[]> {
  const past = after ? 'AND (received_at, id) > ($3::timestamptz, $4::uuid)' : '';
  const { rows } = await pool.query<Row>({
    text: `SELECT * FROM intakes WHERE outcome IS NULL AND received_at < $1::timestamptz ${past}
             AND (key !~ '^pause-' OR received_at < $1::timestamptz - interval '2 minutes')
           ORDER BY received_at, id LIMIT $2::int`,
    values: [stored(olderThan), limit, ...(after ? [stored(after.act.receivedAt), after.id] : [])],
  });
  return rows.map(intakeOf);
}

const done = {
  name: 'finish_done',
  text: `UPDATE intakes SET outcome = 'done', refusal = NULL, answer = $3::jsonb, finished_at = clock_timestamp()
         WHERE application_id = $1 AND key = $2 AND outcome IS DISTINCT FROM 'done'`,
};

/**
 * Finishes an act whose event is recorded; this replaces a refusal noted before. The API calls it after the engine's
 * answer and not earlier: until then the engine may still lose the act, and the sweeper dispatches it again.
 */
export async function finishDone(
  { pool }: Pick<Database, 'pool'>,
  { applicationId, key, answer }: { readonly applicationId: string; readonly key: string; readonly answer: Answer },
): Promise<void> {
  await pool.query({ ...done, values: [applicationId, key, JSON.stringify(answer)] });
}

/** Finishes an act that was refused. False: the act has an outcome already and keeps it. */
export async function finishRefused(
  { pool }: Pick<Database, 'pool'>,
  refused: { readonly applicationId: string; readonly key: string; readonly refusal: Refusal },
): Promise<boolean> {
  const { applicationId, key, refusal } = refused;
  const { rowCount } = await pool.query({
    name: 'finish_refused',
    text: `UPDATE intakes SET outcome = 'refused', refusal = $3::jsonb, finished_at = clock_timestamp()
           WHERE application_id = $1 AND key = $2 AND outcome IS NULL`,
    values: [applicationId, key, JSON.stringify(refusal)],
  });
  return rowCount === 1;
}

interface Row extends ActRow {
  id: string;
  application_id: string;
  free_text: ActFreeText | null;
  body_hash: string;
  outcome: IntakeOutcome | null;
  answer: Answer | null;
  refusal: Refusal | null;
  finished_at: Date | null;
}

function intakeOf(row: Row): Intake {
  return {
    id: row.id,
    applicationId: row.application_id,
    act: actOf(row),
    freeText: row.free_text,
    bodyHash: row.body_hash,
    outcome: row.outcome,
    answer: row.answer,
    refusal: row.refusal,
    finishedAt: instantOrNull(row.finished_at),
  };
}
