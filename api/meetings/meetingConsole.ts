import { recusedExperts } from '../../records/committee/recusals.js';
import type { Database } from '../../records/database.js';
import { presentIn } from '../../records/meeting/attendances.js';
import type { Motion } from '../../records/meeting/motions.js';
import { type Electorate, electorateOf } from '../../rules/meeting/ballot/electorate.js';
import { type Leader, type Leaders, leaderOf, mayBeNamed } from '../../rules/meeting/leading.js';
import { isSitting, type MeetingPart } from '../../rules/meeting/meetingLaw.js';
import type { MotionPart } from '../../rules/meeting/motionLaw.js';
import type { MeetingAccess } from './meetingAccess.js';

/** Who is in the room now, and who stays out of which of these motions' applications. */
export interface MeetingConsole {
  readonly presentExperts: readonly string[];
  readonly recused: ReadonlyMap<string, ReadonlySet<string>>;
}
type OfApplication = Pick<Motion, 'applicationId' | 'namedExpert'>;

/** The room as it is, for some motions of the meeting. */
export async function meetingConsole(
  db: Database,
  { meeting }: Pick<MeetingAccess, 'meeting'>,
  motions: readonly Pick<Motion, 'applicationId'>[],
): Promise<MeetingConsole> {
  const applicationIds = [...new Set(motions.map(({ applicationId }) => applicationId))];
  const [presentExperts, recused] = await Promise.all([
    presentIn(db.pool, meeting.id),
    applicationIds.length === 0 ? new Map() : recusedExperts(db, { campaignId: meeting.campaignId, applicationIds }),
  ]);
  return { presentExperts, recused };
}

const recusedFrom = ({ recused }: MeetingConsole, { applicationId }: Pick<Motion, 'applicationId'>) =>
  recused.get(applicationId) ?? new Set<string>();

/** Whether the caller has a seat and is recused from a motion's application. */
export function isRecused(
  liveConsole: MeetingConsole,
  { seat }: Pick<MeetingAccess, 'seat'>,
  motion: Pick<Motion, 'applicationId'>,
): boolean {
  return seat !== null && recusedFrom(liveConsole, motion).has(seat.expertId);
}

/** Who would decide this motion now. */
export function electorateIn(
  liveConsole: MeetingConsole,
  { seated }: Pick<MeetingAccess, 'seated'>,
  motion: Pick<Motion, 'applicationId'>,
): Electorate {
  const members = seated.map(({ expertId }) => expertId);
  return electorateOf({
    seated: members,
    present: liveConsole.presentExperts,
    recused: recusedFrom(liveConsole, motion),
  });
}

/** Who leads a motion now; before the meeting sits, who would if everybody came. Null: nobody may. */
export function leaderIn(liveConsole: MeetingConsole, access: MeetingAccess, motion: OfApplication): Leader | null {
  const { meeting, seated } = access;
  const present = isSitting(meeting.state) ? liveConsole.presentExperts : seated.map(({ expertId }) => expertId);
  return leaderOf(leadersOf(access, motion), { present: new Set(present), recused: recusedFrom(liveConsole, motion) });
}

function leadersOf({ seated }: Pick<MeetingAccess, 'seated'>, { namedExpert }: OfApplication): Leaders {
  const holding = (holds: (member: MeetingAccess['seated'][number]) => boolean) => seated.find(holds)?.expertId ?? null;
  return {
    chair: holding(({ isChair }) => isChair),
    deputy: holding(({ isDeputy }) => isDeputy),
    named: holding(({ expertId }) => expertId === namedExpert),
  };
}

/** Members the office may name to lead a motion. */
export function nameable(
  liveConsole: MeetingConsole,
  { seated }: Pick<MeetingAccess, 'seated'>,
  motion: Pick<Motion, 'applicationId'>,
): readonly string[] {
  return mayBeNamed(
    seated.map(({ expertId }) => expertId),
    recusedFrom(liveConsole, motion),
  );
}

/** Whether the caller leads some motion of this committee, or would, were it not for who is recused or away. */
export function mayLead({ roles, seat }: MeetingAccess, { namedExpert }: Pick<Motion, 'namedExpert'>): boolean {
  if (!seat || !roles.includes('expert')) return false;
  return roles.includes('chair') || seat.isDeputy || seat.expertId === namedExpert;
}

/** What the caller is to a motion. */
export function motionParts(access: MeetingAccess, leader: Leader | null): readonly MotionPart[] {
  const { roles, seat } = access;
  // The seat alone leads nothing: the role that came with it has to be there still.
  const role = leader?.as === 'chair' ? 'chair' : 'expert';
  const leads = leader !== null && leader.expertId === seat?.expertId && roles.includes(role);
  return [...(leads ? (['lead'] as const) : []), ...(roles.includes('office') ? (['office'] as const) : [])];
}

/** What the caller is to the meeting: the deputy stands in for a chair who is not in the room. */
export function meetingParts(
  { roles, seat, seated }: MeetingAccess,
  presentExperts: readonly string[],
): readonly MeetingPart[] {
  const chair = seated.find(({ isChair }) => isChair);
  const deputizesFor =
    roles.includes('expert') && seat?.isDeputy && !(chair && presentExperts.includes(chair.expertId));
  return deputizesFor ? [...roles, 'deputy'] : roles;
}
