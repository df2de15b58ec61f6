import type { Role } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';

/** A role and its binding: a unit for applicants and units, a department, or a campaign (absent: every campaign). */
export interface Grant {
  readonly role: Role;
  readonly unitId?: string;
  readonly departmentId?: string;
  readonly campaignId?: string;
}

/** Gives a person a role; one they hold already stays. */
export async function grantRole(database: Database, personId: string, grant: Grant): Promise<void> {
  await database.roleBinding.createMany({ data: [{ personId, ...grant }], skipDuplicates: true });
}
