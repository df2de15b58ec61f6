import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import type { Database, Statements } from '../../records/database.js';
import { presentIn } from '../../records/meeting/attendances.js';
import { countTokens, votersIn } from '../../records/meeting/ballots.js';
import { type Motion, motionUnderWay } from '../../records/meeting/motions.js';
import { findLaw } from '../../rules/application/lifecycle.js';
import { electorateOf, fewestPresent, mayDecide } from '../../rules/meeting/ballot/electorate.js';
import { quorumMet } from '../../rules/meeting/meeting.js';
import { isSitting, type MeetingCircumstances } from '../../rules/meeting/meetingLaw.js';
import type { MotionCircumstances } from '../../rules/meeting/motionLaw.js';
import { electorateIn, isRecused, leaderIn, type MeetingRoom } from './meetingRoom.js';
import type { MeetingStanding } from './standing.js';

/** What the law of the meeting wants to know, but for what comes with the act. */
export async function meetingCircumstances(
  statements: Statements,
  { meeting, campaign, seated }: MeetingStanding,
  present: readonly string[],
): Promise<MeetingCircumstances> {
  const room = electorateOf({ seated: seated.map(({ expertId }) => expertId), present, recused: new Set() });
  return {
    quorum: mayDecide(room, campaign.policy),
    fewest: fewestPresent(room.committee, campaign.policy),
    present: room.attending.length,
    motionOpen: (await motionUnderWay(statements, meeting.id)) !== null,
    minutesAsSeen: null,
    secondFactor: null,
    words: null,
  };
}

/** What the law of a motion wants to know, but for what comes with the act. */
export async function motionCircumstances(
  db: Database,
  standing: MeetingStanding,
  motion: Motion,
  room: MeetingRoom,
): Promise<MotionCircumstances> {
  const [other, application, papersGiven] = await Promise.all([
    motionUnderWay(db.pool, standing.meeting.id),
    lookUpApplication(db, motion.applicationId),
    countTokens(db.pool, motion.id),
  ]);
  return {
    sitting: isSitting(standing.meeting.state),
    otherOpen: other !== null && other.id !== motion.id,
    inReview: application !== null && findLaw(application.status, 'record_tally') !== null,
    quorum: mayDecide(electorateIn(room, standing, motion), standing.campaign.policy),
    papersGiven,
    leader: leaderIn(room, standing, motion)?.as ?? null,
    recusedSelf: isRecused(room, standing, motion),
    namedIsAble: null,
    words: null,
  };
}

/** Whether those who were there as a motion opened, and still are, are enough to decide it. */
export async function quorumKept(
  statements: Statements,
  { campaign }: Pick<MeetingStanding, 'campaign'>,
  motion: Motion,
): Promise<boolean> {
  const present = new Set(await presentIn(statements, motion.meetingId));
  const still = (await votersIn(statements, motion.id)).filter(({ expertId }) => present.has(expertId));
  const recused = still.filter((voter) => voter.recused).length;
  const room = { committee: motion.committee ?? 0, attending: still.length, recused };
  return quorumMet({ ...room, agree: 0, disagree: 0, abstain: 0 }, campaign.policy);
}
