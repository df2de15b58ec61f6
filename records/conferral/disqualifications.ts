import { type EventName, isFinal, type Status, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { hashOf } from '../application/eventHash.js';
import { insertIntake } from '../application/intakes.js';
import type { Database, Statements } from '../database.js';
import { instantOrNull } from '../timestamps.js';

const ended = statuses.filter(isFinal);
const event: EventName = 'disqualify';

/** The key of the act by which a sanction ends an application: a sanction ends it once. */
export function disqualifyKey(sanctionId: string): string {
  return `${event}-${sanctionId}`;
}

/** A sanction that comes into force, and whose applications it ends. */
export interface ConfirmedSanction {
  readonly id: string;
  /** The decision it rests on, as candidate and unit read it. */
  readonly basis: string;
  /** The candidate it is against, or null. */
  readonly personId: string | null;
  /** The application it names, or null. */
  readonly applicationId: string | null;
  readonly at: Instant;
}

/**
 * Registers, within the transaction that confirms a sanction, the end of each running application of the person and of the
 * application the sanction names. After the commit each is an act like any other, dispatched by the API or the sweeper.
 */
export async function registerDisqualifications(statements: Statements, sanction: ConfirmedSanction): Promise<void> {
  const { id, basis, personId, applicationId, at } = sanction;
  // Locked as a registration locks them: a deadline that raises the intake cutoff waits, or came before.
  const { rows } = await statements.query<{ id: string; closed: Date | null; last: number | null }>({
    name: 'applications_to_end',
    text: `SELECT id, intake_cutoff AS closed, (facts->>'lastAt')::float8 AS last FROM applications
           WHERE (applicant_id = ANY ($1::text[]) OR id = $2::uuid) AND status <> ALL ($3::text[]) ORDER BY id FOR SHARE`,
    values: [personId === null ? [] : await accountsOf(statements, personId), applicationId, ended],
  });
  const freeText = { reason: basis };
  for (const row of rows) {
    const act = {
      key: disqualifyKey(id),
      event,
      expectedSeq: null,
      data: { sanctionId: id },
      freeTextHash: hashOf(freeText),
      actor: { role: 'timer', personId: `sanction-${id}`, scope: null },
      receivedAt: Math.max(at, row.closed?.getTime() ?? at, row.last ?? at),
    } as const;
    await insertIntake(statements, { applicationId: row.id, act, freeText, bodyHash: hashOf({ sanction: id }) });
  }
}

/** The accounts of a person: those whose forms have an ID number that is also in a form of this one. */
async function accountsOf(statements: Statements, personId: string): Promise<readonly string[]> {
  const { rows } = await statements.query<{ id: string }>({
    name: 'accounts_of_person',
    text: `SELECT DISTINCT other.applicant_id AS id
           FROM applications AS own JOIN dossiers AS form ON form.application_id = own.id
           JOIN dossiers AS same ON same.id_number_hash = form.id_number_hash
           JOIN applications AS other ON other.id = same.application_id
           WHERE own.applicant_id = $1 AND form.id_number_hash IS NOT NULL`,
    values: [personId],
  });
  return [...new Set([personId, ...rows.map(({ id }) => id)])];
}

/** Applications whose end by this sanction is registered and not finished. */
export async function disqualificationsUnderWay(
  { pool }: Pick<Database, 'pool'>,
  sanctionId: string,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'disqualifications_under_way',
    text: 'SELECT application_id AS id FROM intakes WHERE key = $1 AND outcome IS NULL ORDER BY application_id',
    values: [disqualifyKey(sanctionId)],
  });
  return rows.map(({ id }) => id);
}

/** An application that a sanction ended, or is about to. */
export interface Stopped {
  readonly sanctionId: string;
  readonly applicationId: string;
  readonly campaignTitle: string;
  /** The status it had, and when it ended; null while that is on its way. */
  readonly from: Status | null;
  readonly at: Instant | null;
}

/** The applications each of these sanctions ended. */
export async function stoppedBy(
  { pool }: Pick<Database, 'pool'>,
  sanctionIds: readonly string[],
): Promise<readonly Stopped[]> {
  const { rows } = await pool.query<Omit<Stopped, 'at'> & { readonly at: Date | null }>({
    name: 'stopped_by',
    text: `SELECT sanctions.id AS "sanctionId", applications.id AS "applicationId", campaigns.title AS "campaignTitle",
             events.from_status AS "from", events.at
           FROM sanctions
           JOIN applications ON applications.applicant_id = sanctions.person_id OR applications.id = sanctions.application_id
           JOIN campaigns ON campaigns.id = applications.campaign_id
           JOIN intakes ON intakes.application_id = applications.id AND intakes.key = '${event}-' || sanctions.id
           LEFT JOIN events ON events.application_id = applications.id AND events.key = intakes.key
           WHERE sanctions.id = ANY ($1::uuid[]) AND (events.at IS NOT NULL OR intakes.outcome IS NULL)
           ORDER BY applications.id`,
    values: [sanctionIds],
  });
  return rows.map((row) => ({ ...row, at: instantOrNull(row.at) }));
}
