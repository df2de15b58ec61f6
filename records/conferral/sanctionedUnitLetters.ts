import type { Instant } from '../../rules/calendar/instant.js';
import { beforeRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import type { Statements } from '../database.js';

// The department directly above the unit recommends in its place where the campaign's policy has it so; where there is none,
// the office is told that nobody does.
const standing = `
  WITH standing AS (
    SELECT sanction.id AS sanction, application.id, application.applicant_id, application.campaign_id, (campaign.policy->'sanctions'->'unitPassedBy'->>'value')::boolean AS passed,
      application.facts->'chain'->>0 AS department
    FROM sanctions AS sanction JOIN applications AS application ON application.unit_id = sanction.unit_id
    JOIN campaigns AS campaign ON campaign.id = application.campaign_id
    WHERE sanction.id = $1::uuid AND application.status = ANY ($3::text[]))`;
const toApplicants = `${standing}
  INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
  SELECT campaign_id, 'unit_barred', 'applicant', applicant_id, true, 'unit_barred:' || sanction || '.' || standing.id,
    jsonb_strip_nulls(jsonb_build_object('at', $2::bigint, 'sanctionId', sanction, 'applicationId', standing.id,
      'departmentId', CASE WHEN passed THEN department END))
  FROM standing ON CONFLICT DO NOTHING`;
const toDepartments = `${standing}
  INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
  SELECT campaign_id, 'unit_passed', CASE WHEN department IS NULL THEN 'office' ELSE 'department' END,
    COALESCE(department, campaign_id), false, 'unit_passed:' || sanction || '.' || campaign_id || '.' || COALESCE(department, ''),
    jsonb_build_object('at', $2::bigint, 'sanctionId', sanction, 'applications', count(*))
  FROM standing WHERE passed GROUP BY sanction, campaign_id, department ON CONFLICT DO NOTHING`;
const ofItsEnd = `
  INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
  SELECT sanction.campaign_id, 'sanction_lifted', 'department', chain.department_id, false,
    'sanction_lifted:' || sanction.id || '.department', jsonb_build_object('at', $2::bigint, 'sanctionId', sanction.id)
  FROM sanctions AS sanction JOIN unit_chain AS chain ON chain.unit_id = sanction.unit_id AND chain.level = 0
  WHERE sanction.id = $1::uuid ON CONFLICT DO NOTHING`;

/**
 * Writes, in the transaction that puts a unit under sanction, to the candidates whose applications stand there and to the
 * department that recommends them; when the sanction is lifted, to that department. Of a person's sanction nothing is written.
 */
export async function writeSanctionedUnitLetters(
  statements: Statements,
  { id, at, bars }: { readonly id: string; readonly at: Instant; readonly bars: boolean },
): Promise<void> {
  if (!bars) {
    await statements.query(ofItsEnd, [id, at]);
    return;
  }
  await statements.query(toApplicants, [id, at, beforeRecommendation]);
  await statements.query(toDepartments, [id, at, beforeRecommendation]);
}
