export type Position = 'member' | 'alternate';
export type Invitation = 'invited' | 'accepted' | 'declined' | 'replaced';

/** Whether a place in a committee is a seat that somebody holds or is asked to take: not an alternate's, not given up. */
export function isSeated({ position, invitation }: { position: Position; invitation: Invitation }): boolean {
  return position === 'member' && (invitation === 'invited' || invitation === 'accepted');
}
