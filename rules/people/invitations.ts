import type { BilingualText } from '../bilingualText.js';
import type { Instant } from '../calendar/instant.js';

/** What became of an invitation. */
export const invitationStates = {
  open: { zh: '等待接受', en: 'Open' },
  accepted: { zh: '已接受', en: 'Accepted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '已过期', en: 'Expired' },
} as const satisfies Record<string, BilingualText>;
export type InvitationState = keyof typeof invitationStates;

/** The state of an invitation at an instant. */
export function invitationState(
  {
    acceptedAt,
    withdrawnAt,
    expiresAt,
  }: { readonly acceptedAt: Instant | null; readonly withdrawnAt: Instant | null; readonly expiresAt: Instant },
  now: Instant,
): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (withdrawnAt !== null) return 'withdrawn';
  return expiresAt > now ? 'open' : 'expired';
}

/** The roles that each invites to: a unit its people and those who act for it, a department those who act for it. */
export const rolesInvitedBy = { units: ['applicant', 'unit'], departments: ['department'] } as const;
export type Inviting = keyof typeof rolesInvitedBy;
export const invitedRoles = [...rolesInvitedBy.units, ...rolesInvitedBy.departments] as const;
export type InvitedRole = (typeof invitedRoles)[number];

/** How long the link of an invitation works. */
export const invitationDays = 14;
export const invitationLasts = invitationDays * 24 * 3_600_000;
