import type { LocalDate } from '../../rules/calendar/instant.js';
import type { ExpertRank } from '../../rules/committee/experts.js';
import type { Database } from '../database.js';

/** An expert of the pool, with their employer. */
export interface Expert {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** Null: reached by telephone only. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Where a committee judges several of them, the expert is drawn for the first. */
  readonly specialties: readonly string[];
  readonly rank: ExpertRank;
  readonly unitId: string | null;
  readonly employerName: string;
  readonly validFrom: LocalDate;
  /** The first day after the term. */
  readonly validUntil: LocalDate;
  readonly active: boolean;
}

export type ExpertEntry = Omit<Expert, 'id' | 'personId' | 'name' | 'email' | 'phone'>;

type ExpertChange = { readonly [Field in keyof ExpertEntry]?: ExpertEntry[Field] | undefined };

const columns = `
  experts.id, person_id AS "personId", users.name, users.email, users.phone, specialties, rank, unit_id AS "unitId",
  employer_name AS "employerName", to_char(valid_from, 'YYYY-MM-DD') AS "validFrom",
  to_char(valid_until, 'YYYY-MM-DD') AS "validUntil", active`;

/** Experts of any of these specialties in the order of their names, active ones first; a page that skips the first `skip`. */
export async function listExperts(
  { pool }: Database,
  {
    specialties,
    skip,
    limit,
  }: { readonly specialties: readonly string[]; readonly skip: number; readonly limit: number },
): Promise<readonly Expert[]> {
  const { rows } = await pool.query<Expert>({
    name: 'list_experts',
    text: `SELECT ${columns} FROM experts JOIN users ON users.id = person_id WHERE specialties && $1::text[]
           ORDER BY active DESC, users.name, experts.id OFFSET $2 LIMIT $3`,
    values: [specialties, skip, limit],
  });
  return rows;
}

/** One expert, or null. `id` must be a UUID. */
export async function findExpert({ pool }: Database, id: string): Promise<Expert | null> {
  const text = `SELECT ${columns} FROM experts JOIN users ON users.id = person_id WHERE experts.id = $1::uuid`;
  const { rows } = await pool.query<Expert>({ name: 'find_expert', text, values: [id] });
  return rows[0] ?? null;
}

/** Changes the pool entry of an expert; absent fields stay. */
export async function changeExpert(
  { pool }: Pick<Database, 'pool'>,
  id: string,
  { specialties, rank, unitId, employerName, validFrom, validUntil, active }: ExpertChange,
): Promise<void> {
  await pool.query({
    name: 'change_expert',
    text: `
      UPDATE experts SET specialties = COALESCE($2, specialties), rank = COALESCE($3, rank),
        unit_id = CASE WHEN $4 THEN $5 ELSE unit_id END, employer_name = COALESCE($6, employer_name),
        valid_from = COALESCE($7::date, valid_from), valid_until = COALESCE($8::date, valid_until),
        active = COALESCE($9, active)
      WHERE id = $1::uuid`,
    values: [id, specialties, rank, unitId !== undefined, unitId, employerName, validFrom, validUntil, active],
  });
}

/** Active experts of these specialties whose term runs on a day, except those recused from the whole campaign. */
export async function expertsToDraw(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, specialties, on }: { campaignId: string; specialties: readonly string[]; on: LocalDate },
): Promise<readonly { readonly id: string; readonly specialties: readonly string[] }[]> {
  const { rows } = await pool.query<{ id: string; specialties: string[] }>({
    name: 'experts_to_draw',
    text: `SELECT id, specialties FROM experts
           WHERE active AND valid_from <= $3::date AND valid_until > $3::date AND specialties && $2::text[]
             AND NOT EXISTS (SELECT FROM recusals WHERE recusals.expert_id = experts.id AND campaign_id = $1
                               AND application_id IS NULL AND outcome = 'granted')
           ORDER BY id`,
    values: [campaignId, specialties, on],
  });
  return rows;
}
