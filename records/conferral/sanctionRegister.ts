import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import { type SanctionState, type SanctionStep, sanctionLaw } from '../../rules/sanctions/sanctionLaw.js';
import { sanctionNotificationKind } from '../../rules/sanctions/sanctionLetters.js';
import type { SanctionGround, SanctionSubject } from '../../rules/sanctions/sanctions.js';
import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { noteSanctionMove } from '../proof/noteRows.js';
import { instantOrNull, stored } from '../timestamps.js';
import { registerDisqualifications } from './disqualifications.js';
import { writeSanctionedUnitLetters } from './sanctionedUnitLetters.js';
import { writeSanctionLetters } from './sanctionLetters.js';

/** One sanction of the register: subject, ground, term, and each step with the person who took it. */
export interface RegisteredSanction {
  readonly id: string;
  readonly subject: SanctionSubject;
  readonly personId: string | null;
  readonly unitId: string | null;
  /** The name of the person or unit. */
  readonly name: string;
  readonly ground: SanctionGround;
  /** The decision it rests on. */
  readonly basis: string;
  readonly clause: string;
  readonly decidedOn: LocalDate;
  readonly startsOn: LocalDate;
  /** The last day of the term. */
  readonly expiresOn: LocalDate;
  readonly state: SanctionState;
  readonly campaignId: string | null;
  readonly applicationId: string | null;
  /** Whether the title conferred on that application is revoked, and its number. */
  readonly revokes: boolean;
  readonly certificateNumber: string | null;
  /** The unit's responsible persons (单位相关责任人员), each by name and position. */
  readonly responsible: readonly string[];
  readonly reason: string | null;
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  readonly proposedAt: Instant | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
  readonly decidedReason: string | null;
  readonly liftRequestedBy: string | null;
  readonly liftRequestedByName: string | null;
  readonly liftReason: string | null;
  readonly restoresTitle: boolean;
  readonly liftedAt: Instant | null;
}

const columns = `sanctions.id, subject, sanctions.person_id AS "personId", sanctions.unit_id AS "unitId",
  COALESCE(person.name, units.name) AS name, ground, basis, clause, decided_on::text AS "decidedOn",
  COALESCE(starts_on, decided_on)::text AS "startsOn", expires_on::text AS "expiresOn", state,
  sanctions.campaign_id AS "campaignId", sanctions.application_id AS "applicationId", revokes,
  certificates.number AS "certificateNumber", responsible, reason, proposed_by AS "proposedBy", proposer.name AS "proposedByName",
  proposed_at AS "proposedAt", decider.name AS "decidedByName", decided_at AS "decidedAt",
  decided_reason AS "decidedReason", lift_requested_by AS "liftRequestedBy", lifter.name AS "liftRequestedByName",
  lift_reason AS "liftReason", restores_title AS "restoresTitle", lifted_at AS "liftedAt"`;
const tables = `sanctions LEFT JOIN users AS person ON person.id = sanctions.person_id
  LEFT JOIN units ON units.id = sanctions.unit_id LEFT JOIN users AS proposer ON proposer.id = proposed_by
  LEFT JOIN users AS decider ON decider.id = decided_by LEFT JOIN users AS lifter ON lifter.id = lift_requested_by
  LEFT JOIN certificates ON certificates.application_id = sanctions.application_id`;

type Row = Omit<RegisteredSanction, 'proposedAt' | 'decidedAt' | 'liftedAt'> &
  Readonly<Record<'proposedAt' | 'decidedAt' | 'liftedAt', Date | null>>;

function registered({ proposedAt, decidedAt, liftedAt, ...row }: Row): RegisteredSanction {
  const instants = { proposedAt: instantOrNull(proposedAt), decidedAt: instantOrNull(decidedAt) };
  return { ...row, ...instants, liftedAt: instantOrNull(liftedAt) };
}

/** A page of the register, the latest decision first. It is shared by all campaigns, because it binds each of them. */
export async function sanctionsRegister(
  { pool }: Pick<Database, 'pool'>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly RegisteredSanction[]> {
  const { rows } = await pool.query<Row>({
    name: 'sanctions_register',
    text: `SELECT ${columns} FROM ${tables}
           ORDER BY state <> 'proposed' AND state <> 'lift_requested', decided_on DESC, sanctions.id LIMIT $1 OFFSET $2`,
    values: [limit, offset],
  });
  return rows.map(registered);
}

/** Sanctions entered in a campaign that stand in one of these states, the latest decision first. */
export async function sanctionsEnteredIn(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, states }: { readonly campaignId: string; readonly states: readonly SanctionState[] },
): Promise<readonly RegisteredSanction[]> {
  const { rows } = await pool.query<Row>({
    name: 'sanctions_entered_in',
    text: `SELECT ${columns} FROM ${tables} WHERE sanctions.campaign_id = $1 AND state = ANY($2::text[])
           ORDER BY decided_on DESC, sanctions.id`,
    values: [campaignId, states],
  });
  return rows.map(registered);
}

/** One sanction, or null. `id` must be a UUID. */
export async function findSanction({ pool }: Pick<Database, 'pool'>, id: string): Promise<RegisteredSanction | null> {
  const text = `SELECT ${columns} FROM ${tables} WHERE sanctions.id = $1::uuid`;
  const { rows } = await pool.query<Row>({ name: 'find_sanction', text, values: [id] });
  return rows[0] ? registered(rows[0]) : null;
}

/** A proposed sanction; term and clause are computed from the ground. */
export interface Proposal {
  readonly subject: SanctionSubject;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly ground: SanctionGround;
  readonly basis: string;
  readonly clause: string;
  readonly decidedOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly campaignId: string;
  readonly applicationId: string | null;
  readonly revokes: boolean;
  readonly responsible: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** Notes a proposal, which bars nobody yet. @throws when the revocation of this title is proposed or decided already */
export async function proposeSanction(database: Pick<Database, 'pool'>, given: Proposal): Promise<string> {
  const { subject, personId, unitId, ground, basis, clause, decidedOn, startsOn, expiresOn } = given;
  const { campaignId, applicationId, revokes, responsible, reason, by, at } = given;
  return await inTransaction(database, async (statements) => {
    const { rows } = await statements.query<{ id: string }>({
      name: 'propose_sanction',
      text: `INSERT INTO sanctions (id, subject, person_id, unit_id, ground, basis, clause, decided_on, starts_on, expires_on,
               campaign_id, application_id, revokes, reason, proposed_by, proposed_at, state, responsible)
             VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7::date, $8::date, $9::date, $10, $11, $12, $13, $14, $15,
               'proposed', $16) RETURNING id`,
      values: [
        ...[subject, personId, unitId, ground, basis, clause, decidedOn, startsOn, expiresOn],
        ...[campaignId, applicationId, revokes, reason, by, stored(at), responsible],
      ],
    });
    const id = rows[0]?.id ?? '';
    await noteSanctionMove(statements, id);
    return id;
  });
}

/** The columns that hold who took a step, by the state it leads to. */
const traces: Readonly<Record<SanctionStep, string>> = {
  rejected: 'decided_by = $4, decided_at = $5, decided_reason = $6',
  // Confirmed, or the lifting refused: the request to lift is cleared, so that it can be made again.
  in_force: `decided_by = CASE WHEN state = 'proposed' THEN $4 ELSE decided_by END,
    decided_at = CASE WHEN state = 'proposed' THEN $5 ELSE decided_at END,
    decided_reason = CASE WHEN state = 'proposed' THEN $6 ELSE decided_reason END,
    lift_requested_by = NULL, lift_requested_at = NULL, lift_reason = NULL, restores_title = false`,
  lift_requested: 'lift_requested_by = $4, lift_requested_at = $5, lift_reason = $6, restores_title = $7::boolean',
  lifted: 'lifted_by = $4, lifted_at = $5',
};

/**
 * Moves a sanction on from the state it was judged in. In the same transaction the applications it ends are registered to
 * end, and the person or unit is written to. False: the state has changed meanwhile.
 */
export async function moveSanction(
  database: Pick<Database, 'pool'>,
  move: {
    readonly sanction: Pick<RegisteredSanction, 'id' | 'basis' | 'personId' | 'applicationId' | 'revokes'>;
    readonly endsRunningApplications: boolean;
    readonly from: SanctionState;
    readonly to: SanctionStep;
    readonly by: string;
    readonly at: Instant;
    readonly reason: string | null;
    readonly restoresTitle: boolean;
  },
): Promise<boolean> {
  const { sanction, endsRunningApplications, from, to, by, at, reason, restoresTitle } = move;
  const { id } = sanction;
  const all = [id, from, to, by, stored(at), reason, restoresTitle];
  const used = traces[to].includes('$7') ? 7 : traces[to].includes('$6') ? 6 : 5;
  return await inTransaction(database, async (statements) => {
    const { rowCount } = await statements.query({
      text: `UPDATE sanctions SET ${traces[to]}, state = $3 WHERE id = $1::uuid AND state = $2`,
      values: all.slice(0, used),
    });
    if (rowCount !== 1) return false;
    await noteSanctionMove(statements, id);
    const kind = sanctionNotificationKind(move, sanction);
    if (kind !== null) {
      await writeSanctionLetters(statements, { id, kind, at });
      await writeSanctionedUnitLetters(statements, { id, at, bars: sanctionLaw[to].bars });
    }
    if (endsRunningApplications) await registerDisqualifications(statements, { ...sanction, at });
    return true;
  });
}
