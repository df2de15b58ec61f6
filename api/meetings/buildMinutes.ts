import type { Database } from '../../records/database.js';
import { agendaOf } from '../../records/meeting/agenda.js';
import { staysIn } from '../../records/meeting/attendances.js';
import { countTokens } from '../../records/meeting/ballots.js';
import { type Motion, motionsOf } from '../../records/meeting/motions.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import type { Minutes, MinutesMotion } from '../../rules/meeting/ballot/minutes.js';
import { thresholdMet } from '../../rules/meeting/meeting.js';
import { isWaiting } from '../../rules/meeting/motionLaw.js';
import type { MeetingAccess } from './meetingAccess.js';

const isoOrNull = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

/** The minutes of a meeting as its record has them now: the same text, to the byte, until something of it changes. */
export async function buildMinutes(db: Database, access: MeetingAccess): Promise<Minutes> {
  const { meeting, campaign, seated } = access;
  const [stays, motions] = await Promise.all([staysIn(db, meeting.id), motionsOf(db.pool, meeting.id)]);
  const items = await agendaOf(db, [...new Set(motions.map(({ applicationId }) => applicationId))]);
  const { quorum, threshold } = campaign.policy.meeting;
  const lines: MinutesMotion[] = [];
  for (const motion of motions) {
    const item = items.get(motion.applicationId);
    const tokens = await countTokens(db.pool, motion.id);
    const { applicantName = '', unitName = '', level = '', specialty = '' } = item ?? {};
    const passed = motion.tally === null ? null : thresholdMet(motion.tally, campaign.policy);
    lines.push({ ...lineOf(motion), applicantName, unitName, level, specialty, tokens, passed });
  }
  return {
    format: 'pingshen-minutes-1',
    meetingId: meeting.id,
    campaignId: campaign.id,
    campaignTitle: campaign.title,
    committee: meeting.committee,
    committeeName: meeting.committeeName,
    heldOn: meeting.heldOn,
    openedAt: isoOrNull(meeting.openedAt),
    closedAt: isoOrNull(meeting.closedAt),
    announcedAt: isoOrNull(meeting.announcedAt),
    quorum: { ...quorum.value, clause: quorum.clause },
    threshold: { ...threshold.value, clause: threshold.clause },
    members: seated.map(({ expertId, name, isChair, isDeputy }) => ({ expertId, name, isChair, isDeputy })),
    attendance: stays.map(({ expertId, arrivedAt, leftAt }) => ({
      expertId,
      arrivedAt: isoInBeijing(arrivedAt),
      leftAt: isoOrNull(leftAt),
    })),
    motions: lines,
    undecided: motions.filter(({ state }) => isWaiting(state)).length,
  };
}

function lineOf(
  motion: Motion,
): Omit<MinutesMotion, 'applicantName' | 'unitName' | 'level' | 'specialty' | 'tokens' | 'passed'> {
  const { id, applicationId, round, ordinal, state, tally, notCast, voidedBy, voidedReason } = motion;
  const { ballotKey, receiptKey, ballotsRoot, receiptsRoot, openedBy, endedBy, namedReason } = motion;
  return {
    motionId: id,
    applicationId,
    round,
    ordinal,
    state,
    tally,
    notCast,
    voidedBy,
    voidedReason,
    ballotKey,
    receiptKey,
    ballotsRoot,
    receiptsRoot,
    openedBy,
    endedBy,
    namedReason,
    openedAt: isoOrNull(motion.openedAt),
    endedAt: isoOrNull(motion.endedAt),
  };
}
