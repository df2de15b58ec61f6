import type { MeetingResult } from '../../rules/application/act.js';
import type { Score } from '../../rules/application/facts.js';
import { specialtyAverage } from '../../rules/defense/defenseScore.js';
import { mayDefend } from '../../rules/defense/mayDefend.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Database } from '../database.js';

/**
 * The average score of a specialty's defenses in a campaign, as an exact fraction, and how many may still be heard. A
 * candidate exempt from the defense gets this average (通知 四（四）). Every defense has the same weight, however many
 * experts scored it.
 */
export async function specialtyScores(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, specialty }: { readonly campaignId: string; readonly specialty: string },
  policy: Policy,
): Promise<MeetingResult['specialty']> {
  const { statuses, levels, tracks } = mayDefend(policy);
  const { rows } = await pool.query<{ score: Score | null; pending: boolean }>({
    name: 'specialty_scores',
    text: `
    SELECT score, pending FROM (
      SELECT NULLIF(facts->'score', 'null'::jsonb) AS score,
        status = ANY($3::text[]) AND level = ANY($4::text[]) AND track = ANY($5::text[])
          AND facts->'dossierHash' <> 'null'::jsonb AS pending
      FROM applications
      WHERE campaign_id = $1 AND specialty = $2 AND NOT (facts->'profile'->>'defenseExempt')::boolean
    ) AS heard WHERE pending OR score IS NOT NULL`,
    values: [campaignId, specialty, statuses, levels, tracks],
  });
  const scores = rows.flatMap(({ score }) => (score ? [score] : []));
  const { sum, count } = specialtyAverage(scores) ?? { sum: 0, count: 0 };
  return { sum, count, pending: rows.filter(({ pending }) => pending).length };
}
