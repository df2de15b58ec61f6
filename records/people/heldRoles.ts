/**
 * Selects every role that people hold, with the unit, department or campaign it is bound to: those given to them, and for
 * clerks of a unit with units below the role of these units' department.
 */
export const heldRoles = `
  SELECT id, person_id, role, COALESCE(unit_id, department_id, campaign_id) AS scope FROM role_bindings
  UNION ALL SELECT id, person_id, 'department', unit_id FROM role_bindings
  WHERE role = 'unit' AND EXISTS (SELECT FROM units WHERE superior_id = role_bindings.unit_id)`;
