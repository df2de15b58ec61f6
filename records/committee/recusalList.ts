import type { Instant } from '../../rules/calendar/instant.js';
import type { RecusalOutcome, RecusalRole } from '../../rules/committee/recusals.js';
import { type Database, sql } from '../database.js';
import { instantFrom, instantOrNull } from '../timestamps.js';

/** One recusal, requested or granted at once, with the names of expert and applicant. */
export interface Recusal {
  readonly id: string;
  readonly campaignId: string;
  readonly expertId: string | null;
  readonly expertName: string | null;
  /** Null: from every application of the campaign. */
  readonly applicationId: string | null;
  readonly applicantName: string | null;
  readonly requestedByRole: RecusalRole;
  /** The name an applicant wrote. */
  readonly named: string | null;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly outcome: RecusalOutcome | null;
  readonly decidedReason: string | null;
  readonly decidedAt: Instant | null;
}

/** Recusals of a campaign, pending ones first, then the latest; of one expert or one application when given. */
export async function recusalsOf(
  database: Database,
  given: {
    readonly campaignId: string;
    readonly expertId?: string;
    /** Only requests of the applicant of this application. */
    readonly applicantRequestsOf?: string;
    readonly limit: number;
  },
): Promise<readonly Recusal[]> {
  const { campaignId, expertId = null, applicantRequestsOf = null, limit } = given;
  const { text, values } = sql`
    SELECT recusals.id, recusals.campaign_id AS "campaignId", expert_id AS "expertId", person.name AS "expertName",
           application_id AS "applicationId", applicant.name AS "applicantName", requested_by_role AS "requestedByRole", named,
           reason, requested_at AS "requestedAt", outcome, decided_reason AS "decidedReason", decided_at AS "decidedAt"
    FROM recusals LEFT JOIN experts ON experts.id = expert_id LEFT JOIN users AS person ON person.id = experts.person_id
      LEFT JOIN applications ON applications.id = application_id
      LEFT JOIN users AS applicant ON applicant.id = applications.applicant_id
    WHERE recusals.campaign_id = ${campaignId} AND (${expertId}::uuid IS NULL OR expert_id = ${expertId}::uuid)
      AND (${applicantRequestsOf}::uuid IS NULL OR (application_id = ${applicantRequestsOf}::uuid AND requested_by_role = 'applicant'))
    ORDER BY outcome IS NOT NULL, requested_at DESC, recusals.id LIMIT ${limit}::int`;
  const { rows } = await database.pool.query<Row>({ text, values: [...values] });
  return rows.map(({ requestedAt, decidedAt, ...row }) => ({
    ...row,
    requestedAt: instantFrom(requestedAt),
    decidedAt: instantOrNull(decidedAt),
  }));
}

type Row = Omit<Recusal, 'requestedAt' | 'decidedAt'> & { readonly requestedAt: Date; readonly decidedAt: Date | null };
