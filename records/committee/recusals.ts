import { excludingKinds } from '../../rules/committee/conflicts.js';
import type { Database } from '../database.js';

/**
 * Which experts may not judge which application: by a granted recusal from it or from the whole campaign, or by a conflict
 * of an excluding kind. An expert's own application and those of their unit are excluded even if no conflict is noted.
 * Every requested application is in the result, most with an empty set.
 */
export async function recusedExperts(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, applicationIds }: { readonly campaignId: string; readonly applicationIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await pool.query<{ applicationId: string; expertId: string }>({
    name: 'recused_experts',
    text: `
      WITH asked AS (
        SELECT id, applicant_id, unit_id FROM applications WHERE campaign_id = $1 AND id = ANY($2::uuid[])
      )
      SELECT asked.id AS "applicationId", recusals.expert_id AS "expertId"
      FROM recusals JOIN asked ON recusals.application_id IS NULL OR recusals.application_id = asked.id
      WHERE recusals.campaign_id = $1 AND recusals.outcome = 'granted'
      UNION
      SELECT asked.id, experts.id FROM experts JOIN asked
        ON experts.person_id = asked.applicant_id OR experts.unit_id = asked.unit_id
      UNION
      SELECT asked.id, expert_conflicts.expert_id FROM expert_conflicts JOIN asked
        ON expert_conflicts.application_id = asked.id OR expert_conflicts.applicant_id = asked.applicant_id
          OR expert_conflicts.unit_id = asked.unit_id
      WHERE expert_conflicts.kind = ANY($3::text[])`,
    values: [campaignId, applicationIds, excludingKinds],
  });
  const recused = new Map(applicationIds.map((id) => [id, new Set<string>()]));
  for (const { applicationId, expertId } of rows) recused.get(applicationId)?.add(expertId);
  return recused;
}
