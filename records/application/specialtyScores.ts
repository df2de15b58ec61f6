import type { MeetingResult } from '../../rules/application/act.js';
import type { Score } from '../../rules/application/facts.js';
import { specialtyAverage } from '../../rules/defense/defenseScore.js';
import type { Database } from '../database.js';

/**
 * The average score of a specialty's defenses in a campaign, as an exact fraction, and how many are still pending. A
 * candidate exempt from the defense gets this average (通知 四（四）). Every defense has the same weight, however many
 * experts scored it.
 */
export async function specialtyScores(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, specialty }: { readonly campaignId: string; readonly specialty: string },
): Promise<MeetingResult['specialty']> {
  const { rows } = await pool.query<{ score: Score | null; pending: boolean }>({
    name: 'specialty_scores',
    text: `
    SELECT NULLIF(facts->'score', 'null'::jsonb) AS score, status = 'defense' AS pending FROM applications
    WHERE campaign_id = $1 AND specialty = $2
      AND NOT (facts->'profile'->>'defenseExempt')::boolean
      AND (status = 'defense' OR facts->'score' <> 'null'::jsonb)`,
    values: [campaignId, specialty],
  });
  const scores = rows.flatMap(({ score }) => (score ? [score] : []));
  const { sum, count } = specialtyAverage(scores) ?? { sum: 0, count: 0 };
  return { sum, count, pending: rows.filter(({ pending }) => pending).length };
}
