import type { Instant } from '../../rules/calendar/instant.js';
import type { Decision, Language, LetterWay } from '../../rules/people/membership.js';
import type { Database } from '../database.js';
import { isAlreadyThere } from '../databaseErrors.js';
import { signInLetter } from '../mail/signInLetter.js';
import { type AskedFor, type AskedRow, askedOf } from '../memberships/askedFor.js';
import { stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** What people settle about their own account. */
export interface Profile {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly letters: LetterWay;
  /** Null: none was saved. */
  readonly language: Language | null;
}

/** A person's own settings. */
export async function profileOf({ pool }: Pool, personId: string): Promise<Profile | null> {
  const { rows } = await pool.query<Profile>({
    name: 'profile_of',
    text: 'SELECT name, email, phone, letters, language FROM users WHERE id = $1',
    values: [personId],
  });
  return rows[0] ?? null;
}

/** Stores how a person wants letters, and their language. */
export async function saveSettings(
  { pool }: Pool,
  personId: string,
  { letters, language }: Pick<Profile, 'letters' | 'language'>,
): Promise<void> {
  await pool.query({
    name: 'save_settings',
    text: 'UPDATE users SET letters = $2, language = $3, updated_at = now() WHERE id = $1',
    values: [personId, letters, language],
  });
}

const change = (column: 'email' | 'phone') => ({
  name: `set_own_${column}`,
  text: `WITH person AS (UPDATE users SET ${column} = $2, updated_at = now() WHERE id = $1 RETURNING id AS person_id)
         ${signInLetter('person', column)}`,
});

/** Stores another address or number of a person, with a letter about it. False: it is another person's. */
export async function setOwnContact(
  { pool }: Pool,
  personId: string,
  { column, contact }: { readonly column: 'email' | 'phone'; readonly contact: string },
): Promise<boolean> {
  try {
    await pool.query({ ...change(column), values: [personId, contact] });
    return true;
  } catch (error) {
    if (isAlreadyThere(error)) return false;
    throw error;
  }
}

/** Another name that a person asked for. */
export interface NameChange extends AskedFor {
  readonly name: string;
  readonly reason: string;
}

/** Asks for another name, in place of what was asked before and is open. */
export async function askName(
  { pool }: Pool,
  asked: { readonly personId: string; readonly name: string; readonly reason: string; readonly at: Instant },
): Promise<void> {
  const { personId, name, reason, at } = asked;
  await pool.query({
    name: 'ask_name',
    text: `INSERT INTO name_changes (person_id, name, reason, asked_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (person_id) WHERE outcome IS NULL DO UPDATE SET name = $2, reason = $3, asked_at = $4`,
    values: [personId, name, reason, stored(at)],
  });
}

const columns = `c.id, c.person_id AS "personId", p.name AS "personName", c.name, c.reason, c.asked_at AS "askedAt",
  c.outcome, c.decided_at AS "decidedAt" FROM name_changes c JOIN users p ON p.id = c.person_id`;
type Row = AskedRow<NameChange>;

/** The latest name a person asked for, or null. */
export async function lastNameChange({ pool }: Pool, personId: string): Promise<NameChange | null> {
  const { rows } = await pool.query<Row>({
    name: 'last_name_change',
    text: `SELECT ${columns} WHERE c.person_id = $1 ORDER BY c.asked_at DESC, c.id LIMIT 1`,
    values: [personId],
  });
  return rows[0] ? askedOf(rows[0]) : null;
}

/** Who decides: the units the person belongs to; `all`: an operator. */
interface Deciders {
  readonly units: readonly string[];
  readonly all: boolean;
}
const theirs = `($2 OR EXISTS (SELECT FROM role_bindings b WHERE b.person_id = c.person_id AND b.role = 'applicant'
  AND b.unit_id = ANY($1)))`;

/** The open ones, the oldest first. */
export async function waitingNames(
  { pool }: Pool,
  { units, all, skip, limit }: Deciders & { readonly skip: number; readonly limit: number },
): Promise<readonly NameChange[]> {
  const { rows } = await pool.query<Row>({
    name: 'waiting_names',
    text: `SELECT ${columns} WHERE c.outcome IS NULL AND ${theirs} ORDER BY c.asked_at, c.id OFFSET $3 LIMIT $4`,
    values: [units, all, skip, limit],
  });
  return rows.map(askedOf);
}

/** Accepts or refuses open ones; returns the ids of those decided. Nobody decides their own. */
export async function decideNames(
  { pool }: Pool,
  decided: Deciders & {
    readonly ids: readonly string[];
    readonly decision: Decision;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<readonly string[]> {
  const { units, all, ids, decision, by, at } = decided;
  const { rows } = await pool.query<{ id: string }>({
    name: 'decide_names',
    text: `WITH decided AS (
             UPDATE name_changes c SET outcome = $4, decided_by = $5, decided_at = $6
             WHERE c.id = ANY($3::uuid[]) AND c.outcome IS NULL AND c.person_id <> $5 AND ${theirs}
             RETURNING c.id, c.person_id, c.name),
           renamed AS (
             UPDATE users SET name = decided.name, updated_at = now() FROM decided
             WHERE users.id = decided.person_id AND $4 = 'accepted' RETURNING users.id AS person_id),
           letters AS (${signInLetter('renamed', 'name')})
           SELECT id FROM decided`,
    values: [units, all, ids, decision, by, stored(at)],
  });
  return rows.map(({ id }) => id);
}
