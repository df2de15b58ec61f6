import type { NotificationKind } from '../notifications/notificationKinds.js';
import { type SanctionState, sanctionLaw } from './sanctionLaw.js';

/**
 * The notification of those a sanction is about after a transition: it bars from now on, with or without a title revoked,
 * or no longer; null when nothing changes for them.
 */
export function sanctionNotificationKind(
  { from, to }: { readonly from: SanctionState; readonly to: SanctionState },
  { revokes }: { readonly revokes: boolean },
): NotificationKind | null {
  if (sanctionLaw[from].bars === sanctionLaw[to].bars) return null;
  if (!sanctionLaw[to].bars) return 'sanction_lifted';
  return revokes ? 'title_revoked' : 'sanction_in_force';
}
