import type { NotificationKind } from '../notifications/notificationKinds.js';
import { type SanctionState, sanctionLaw } from './sanctionLaw.js';

/**
 * What those a sanction is about are written when it moves on: that it bars from now on, with the title it revokes or
 * without one, or that it bars no more; null when a step changes nothing for them.
 */
export function sanctionNotificationKind(
  { from, to }: { readonly from: SanctionState; readonly to: SanctionState },
  { revokes }: { readonly revokes: boolean },
): NotificationKind | null {
  if (sanctionLaw[from].bars === sanctionLaw[to].bars) return null;
  if (!sanctionLaw[to].bars) return 'sanction_lifted';
  return revokes ? 'title_revoked' : 'sanction_in_force';
}
