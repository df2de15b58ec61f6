/**
 * The part of a statement that makes people belong to units: `joining` names an earlier part with `person_id`, `unit_id` and
 * `part_time`, `by` the parameter of who let them in. A main unit takes the place of the one before, whose clerks are told;
 * applications under way stay with the unit they were filed at.
 */
export function joinUnit(joining: string, by: string): string {
  return `moved AS (
      DELETE FROM role_bindings b USING ${joining} j WHERE b.person_id = j.person_id AND b.role = 'applicant'
        AND (b.unit_id IS NULL OR (NOT j.part_time AND NOT b.part_time AND b.unit_id <> j.unit_id))
      RETURNING b.person_id, b.unit_id),
    given AS (
      INSERT INTO role_bindings (id, person_id, role, unit_id, part_time)
      SELECT gen_random_uuid(), person_id, 'applicant', unit_id, part_time FROM ${joining}
      ON CONFLICT (person_id, role, unit_id, department_id, campaign_id) DO UPDATE SET part_time = EXCLUDED.part_time),
    told AS (
      INSERT INTO outbox (kind, role, scope, key, detail)
      SELECT 'membership_ended', 'unit', unit_id, 'membership_ended:' || gen_random_uuid(),
        jsonb_build_object('at', (extract(epoch FROM clock_timestamp()) * 1000)::bigint, 'unitId', unit_id,
          'personId', person_id) FROM moved WHERE unit_id IS NOT NULL),
    logged AS (
      INSERT INTO access_log (kind, person_id, roles, subject_id)
      SELECT 'role_granted', ${by}, ARRAY['applicant'], person_id FROM ${joining})`;
}
