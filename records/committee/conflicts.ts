import type { Instant } from '../../rules/calendar/instant.js';
import type { ConflictKind, ConflictSource } from '../../rules/committee/conflicts.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** One noted conflict, with the names of expert, applicant and unit. */
export interface Conflict {
  readonly id: string;
  readonly expertId: string;
  readonly expertName: string;
  readonly kind: ConflictKind;
  readonly source: ConflictSource;
  readonly applicationId: string | null;
  readonly applicantName: string | null;
  readonly unitName: string | null;
  readonly reason: string;
  readonly declaredAt: Instant;
}

/** The subject of a conflict: exactly one of the three. */
export type ConflictSubject =
  | { readonly applicationId: string }
  | { readonly applicantId: string }
  | { readonly unitId: string };

/** Conflicts of a campaign's experts, the latest first; of one expert when given. */
export async function conflictsOf(
  { pool }: Database,
  given: { readonly specialties: readonly string[]; readonly expertId?: string | undefined; readonly limit: number },
): Promise<readonly Conflict[]> {
  const { rows } = await pool.query<Omit<Conflict, 'declaredAt'> & { declaredAt: Date }>({
    name: 'conflicts_of',
    text: `
      SELECT conflicts.id, expert_id AS "expertId", person.name AS "expertName", conflicts.kind, source,
             application_id AS "applicationId", applicant.name AS "applicantName", units.name AS "unitName", reason,
             declared_at AS "declaredAt"
      FROM expert_conflicts AS conflicts JOIN experts ON experts.id = expert_id
        JOIN users AS person ON person.id = experts.person_id
        LEFT JOIN applications ON applications.id = application_id
        LEFT JOIN users AS applicant ON applicant.id = COALESCE(conflicts.applicant_id, applications.applicant_id)
        LEFT JOIN units ON units.id = conflicts.unit_id
      WHERE experts.specialties && $1::text[] AND ($2::uuid IS NULL OR expert_id = $2)
      ORDER BY declared_at DESC, conflicts.id LIMIT $3`,
    values: [given.specialties, given.expertId ?? null, given.limit],
  });
  return rows.map(({ declaredAt, ...row }) => ({ ...row, declaredAt: instantFrom(declaredAt) }));
}

/** Notes a declared conflict. False: it was noted already and stays unchanged. */
export async function declareConflict(
  { pool }: Pick<Database, 'pool'>,
  {
    at,
    ...conflict
  }: ConflictSubject & {
    readonly expertId: string;
    readonly kind: ConflictKind;
    readonly reason: string;
    readonly declaredBy: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { expertId, kind, reason, declaredBy } = conflict;
  const about = { applicationId: null, applicantId: null, unitId: null, ...conflict };
  const { rowCount } = await pool.query({
    name: 'declare_conflict',
    text: `
      INSERT INTO expert_conflicts (expert_id, kind, application_id, applicant_id, unit_id, source, reason, declared_by, declared_at)
      VALUES ($1, $2, $3, $4, $5, 'declared', $6, $7, $8) ON CONFLICT DO NOTHING`,
    values: [expertId, kind, about.applicationId, about.applicantId, about.unitId, reason, declaredBy, stored(at)],
  });
  return rowCount === 1;
}

/**
 * Notes the conflicts that follow from the applications of a campaign: an expert's own application, and an applicant from
 * an expert's unit. Returns how many are new. `recusedExperts` does not depend on this note.
 */
export async function noteFoundConflicts(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, specialties, at }: { campaignId: string; specialties: readonly string[]; at: Instant },
): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'note_found_conflicts',
    text: `
      INSERT INTO expert_conflicts (expert_id, kind, application_id, unit_id, source, reason, declared_at)
      SELECT experts.id, 'own_application', applications.id, NULL, 'found', '专家本人的申报', $3::timestamptz
      FROM applications JOIN experts ON experts.person_id = applications.applicant_id
      WHERE campaign_id = $1 AND specialty = ANY($2::text[])
      UNION
      SELECT experts.id, 'same_unit', NULL, experts.unit_id, 'found', '专家与申报人同单位', $3::timestamptz
      FROM applications JOIN experts ON experts.unit_id = applications.unit_id
      WHERE campaign_id = $1 AND specialty = ANY($2::text[])
      ON CONFLICT DO NOTHING`,
    values: [campaignId, specialties, stored(at)],
  });
  return rowCount ?? 0;
}
