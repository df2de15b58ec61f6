import { type Campaign, findCampaign } from '../../records/campaign/campaigns.js';
import { type CommitteeMember, membersOf } from '../../records/committee/committeeMembers.js';
import type { Database } from '../../records/database.js';
import { findMeeting, type Meeting } from '../../records/meeting/meetings.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { isSeated } from '../../rules/committee/seats.js';
import { type Caller, holds } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { Problem } from '../http/problem.js';

/** A meeting, its committee as it is seated now, and who the caller is in it. */
export interface MeetingAccess {
  readonly meeting: Meeting;
  readonly campaign: Campaign;
  readonly seated: readonly CommitteeMember[];
  /** The caller's own seat, or null. */
  readonly seat: CommitteeMember | null;
  /** What the caller is here; at least one. */
  readonly roles: readonly Role[];
}

export const noSuchMeeting = () =>
  new Problem('not_found', {
    zh: '没有这次会议，或者您无权查看。',
    en: 'There is no such meeting, or you may not see it.',
  });

/** The meeting, if the caller may know of it. @throws Problem `not_found` */
export async function meetingAccess(db: Database, caller: Caller, id: string | undefined): Promise<MeetingAccess> {
  const meeting = isUuid(id) ? await findMeeting(db, id) : null;
  if (!meeting) throw noSuchMeeting();
  const { campaignId, committee } = meeting;
  const [campaign, members] = await Promise.all([
    findCampaign(db, campaignId),
    membersOf(db, { campaignId, committee }),
  ]);
  const seated = members.filter(isSeated);
  const seat = seated.find(({ personId }) => personId === caller.personId) ?? null;
  const roles = rolesIn(caller, campaignId, seat);
  if (!campaign || roles.length === 0) throw noSuchMeeting();
  return { meeting, campaign, seated, seat, roles };
}

/** Whether somebody with a seat may act on it: the roles that came with the seat are theirs still. */
export function actsAsMember(caller: Caller, campaignId: string): boolean {
  return holds(caller, 'expert', campaignId) || holds(caller, 'chair', campaignId);
}

function rolesIn(caller: Caller, campaignId: string, seat: CommitteeMember | null): readonly Role[] {
  const has = (role: Role) => holds(caller, role, campaignId);
  const asMember = seat !== null && actsAsMember(caller, campaignId);
  return [
    ...(['office', 'supervisor'] as const).filter(has),
    ...(asMember ? (['expert'] as const) : []),
    // The role alone leads no meeting: the seat does, of this committee.
    ...(asMember && seat.isChair && has('chair') ? (['chair'] as const) : []),
  ];
}

/** Whether the caller sees which members are in the room: a supervisor sees how many are. */
export function seesMembers({ roles }: Pick<MeetingAccess, 'roles'>): boolean {
  return roles.some((role) => role === 'office' || role === 'chair');
}

/** Whether the caller sees how long the agenda is, and the minutes when they are there. */
export function seesEverybody({ roles }: Pick<MeetingAccess, 'roles'>): boolean {
  return roles.some((role) => role === 'office' || role === 'supervisor' || role === 'chair');
}

/** The caller's seat. @throws Problem `not_permitted` without one */
export function seatOf({ seat }: MeetingAccess): CommitteeMember {
  if (!seat)
    throw new Problem('not_permitted', {
      zh: '只有本评审委员会的委员可以办理。',
      en: 'Only members of this committee can do this.',
    });
  return seat;
}

/** The meeting named in the path as its caller may see it, as the subject of a route. @throws Problem `not_found` */
export const meetingInPath = (
  { params, caller }: { readonly params: { readonly id: string }; readonly caller: Caller },
  { db }: { readonly db: Database },
) => meetingAccess(db, caller, params.id);
