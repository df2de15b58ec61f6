import { presentIn } from '../../records/attendances.js';
import { countTokens, votersIn } from '../../records/ballots.js';
import type { Database, Statements } from '../../records/database.js';
import { lookUpApplication } from '../../records/lookUpApplication.js';
import { type Motion, motionUnderWay } from '../../records/motions.js';
import { recusedExperts } from '../../records/recusals.js';
import { findLaw } from '../../rules/lifecycle.js';
import { type Electorate, electorateOf, fewestPresent, mayDecide } from '../../rules/meeting/ballot/electorate.js';
import { quorumMet } from '../../rules/meeting/meeting.js';
import { isSitting, type MeetingCircumstances } from '../../rules/meeting/meetingLaw.js';
import type { MotionCircumstances } from '../../rules/meeting/motionLaw.js';
import type { MeetingStanding } from './standing.js';

/** What the law of the meeting wants to know, but for what comes with the act. */
export async function meetingCircumstances(
  statements: Statements,
  { meeting, campaign, seated }: MeetingStanding,
): Promise<MeetingCircumstances> {
  const present = await presentIn(statements, meeting.id);
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

/** Who would decide this motion now. */
export async function roomNow(db: Database, { meeting, seated }: MeetingStanding, motion: Motion): Promise<Electorate> {
  const { campaignId } = meeting;
  const [present, recused] = await Promise.all([
    presentIn(db.pool, meeting.id),
    recusedExperts(db, { campaignId, applicationIds: [motion.applicationId] }),
  ]);
  const experts = seated.map(({ expertId }) => expertId);
  return electorateOf({ seated: experts, present, recused: recused.get(motion.applicationId) ?? new Set() });
}

/** What the law of a motion wants to know, but for what comes with the act. */
export async function motionCircumstances(
  db: Database,
  standing: MeetingStanding,
  motion: Motion,
): Promise<MotionCircumstances> {
  const [room, other, application, papersGiven] = await Promise.all([
    roomNow(db, standing, motion),
    motionUnderWay(db.pool, standing.meeting.id),
    lookUpApplication(db, motion.applicationId),
    countTokens(db.pool, motion.id),
  ]);
  return {
    sitting: isSitting(standing.meeting.state),
    otherOpen: other !== null && other.id !== motion.id,
    inReview: application !== null && findLaw(application.status, 'record_tally') !== null,
    quorum: mayDecide(room, standing.campaign.policy),
    papersGiven,
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
