import type { Facts } from '../../rules/application/facts.js';
import type { Role } from '../../rules/application/lifecycle.js';

/** The person, unit, department or campaign that a role is bound to in an application with these facts. */
export function scopeOf(role: Role, facts: Facts): string {
  switch (role) {
    case 'applicant':
      return facts.applicantId;
    case 'unit':
      return facts.unitId;
    case 'department':
      return facts.chain[facts.chainLevel] ?? '';
    default:
      return facts.campaignId;
  }
}
