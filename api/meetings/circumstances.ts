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
import type { MeetingAccess } from './meetingAccess.js';
import { electorateIn, isRecused, leaderIn, type MeetingConsole } from './meetingConsole.js';

/** What the law of the meeting wants to know, but for what comes with the act. */
export async function meetingCircumstances(
  statements: Statements,
  { meeting, campaign, seated }: MeetingAccess,
  present: readonly string[],
): Promise<MeetingCircumstances> {
  const liveConsole = electorateOf({ seated: seated.map(({ expertId }) => expertId), present, recused: new Set() });
  return {
    quorum: mayDecide(liveConsole, campaign.policy),
    fewest: fewestPresent(liveConsole.committee, campaign.policy),
    present: liveConsole.attending.length,
    motionOpen: (await motionUnderWay(statements, meeting.id)) !== null,
    minutesAsSeen: null,
    secondFactor: null,
    freeText: null,
  };
}

/** What the law of a motion wants to know, but for what comes with the act. */
export async function motionCircumstances(
  db: Database,
  access: MeetingAccess,
  motion: Motion,
  liveConsole: MeetingConsole,
): Promise<MotionCircumstances> {
  const [other, application, papersGiven] = await Promise.all([
    motionUnderWay(db.pool, access.meeting.id),
    lookUpApplication(db, motion.applicationId),
    countTokens(db.pool, motion.id),
  ]);
  return {
    sitting: isSitting(access.meeting.state),
    otherOpen: other !== null && other.id !== motion.id,
    inReview: application !== null && findLaw(application.status, 'record_tally') !== null,
    quorum: mayDecide(electorateIn(liveConsole, access, motion), access.campaign.policy),
    papersGiven,
    leader: leaderIn(liveConsole, access, motion)?.as ?? null,
    recusedSelf: isRecused(liveConsole, access, motion),
    namedIsAble: null,
    freeText: null,
  };
}

/** Whether those who were there as a motion opened, and still are, are enough to decide it. */
export async function quorumKept(
  statements: Statements,
  { campaign }: Pick<MeetingAccess, 'campaign'>,
  motion: Motion,
): Promise<boolean> {
  const present = new Set(await presentIn(statements, motion.meetingId));
  const still = (await votersIn(statements, motion.id)).filter(({ expertId }) => present.has(expertId));
  const recused = still.filter((voter) => voter.recused).length;
  const liveConsole = { committee: motion.committee ?? 0, attending: still.length, recused };
  return quorumMet({ ...liveConsole, agree: 0, disagree: 0, abstain: 0 }, campaign.policy);
}
