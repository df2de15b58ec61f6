import type { Database } from '../../../records/database.js';
import { statePositions } from '../../../records/positions/statePositions.js';
import { startOfDay } from '../../../rules/calendar/instant.js';
import type { EmployerKind } from '../../../rules/campaign/codes.js';
import { asksPositions } from '../../../rules/campaign/positions.js';
import type { Policy } from '../../../rules/policy/policy.js';

/** Has a unit state enough positions of every level for the candidates of a rehearsal, where the notice asks for them. */
export async function statePositionsOf(
  db: Database,
  policy: Policy,
  unit: { readonly id: string; readonly kind: EmployerKind; readonly personId: string },
  enough: number,
): Promise<void> {
  if (!asksPositions(policy, unit.kind)) return;
  const by = { personId: unit.personId, role: 'unit', at: startOfDay(policy.announcedOn) } as const;
  const stated = { approved: enough, occupied: 0, reason: null };
  for (const level of policy.levels.value) {
    await statePositions(db, { campaignId: policy.id, unitId: unit.id, level }, stated, { by, judge: () => null });
  }
}
