import type { AgendaItem } from '../../records/agenda.js';
import { countTokens, voterIn } from '../../records/ballots.js';
import type { Database } from '../../records/database.js';
import type { Motion } from '../../records/motions.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import type { Role } from '../../rules/lifecycle.js';
import { thresholdMet } from '../../rules/meeting/meeting.js';
import { decideMotion, isUnderWay, motionLaw, motionRows } from '../../rules/meeting/motionLaw.js';
import type { Policy } from '../../rules/policy/policy.js';
import { problemBody, problemOf } from '../problem.js';
import { motionCircumstances } from './circumstances.js';
import type { MeetingStanding } from './standing.js';

const told = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

/** A line of the agenda as everybody in the room sees it. Its count is there once it is counted, and not before. */
export function motionLine(motion: Motion, item: AgendaItem | undefined, policy: Policy) {
  const { id, round, ordinal, state, tally, notCast, ballotsRoot, receiptsRoot, voidedBy, voidedReason } = motion;
  const { zh, en } = motionLaw[state];
  const specialty = policy.specialties.find(({ code }) => code === item?.specialty);
  return {
    ...{ id, round, ordinal, state, stateWords: { zh, en } },
    application: {
      id: motion.applicationId,
      applicantName: item?.applicantName ?? '',
      unitName: item?.unitName ?? '',
      level: item?.level ?? '',
      specialty: specialty?.name ?? item?.specialty ?? '',
    },
    openedAt: told(motion.openedAt),
    endedAt: told(motion.endedAt),
    ...{ tally, notCast, ballotsRoot, receiptsRoot, voidedBy, voidedReason },
    passed: tally === null ? null : thresholdMet(tally, policy),
  };
}

/** The motion that has the room's attention, with what the caller may do about it. */
export async function motionNow(db: Database, standing: MeetingStanding, motion: Motion, item: AgendaItem | undefined) {
  const { roles, seat, campaign } = standing;
  const voter = seat ? await voterIn(db.pool, { motionId: motion.id, expertId: seat.expertId }) : null;
  const mine = voter && !voter.recused;
  const { ballotKey, receiptKey } = motion;
  return {
    ...motionLine(motion, item, campaign.policy),
    // A voter's page blinds its papers with these.
    keys: mine && ballotKey !== null && receiptKey !== null ? { ballot: ballotKey, receipt: receiptKey } : null,
    papers: mine ? ((voter.requestHash === null ? 'none' : 'given') as 'none' | 'given') : null,
    /** How many were given papers: for the chair, and without names. */
    papersGiven: roles.includes('chair') && isUnderWay(motion.state) ? await countTokens(db.pool, motion.id) : null,
    voters: motion.attending === null || motion.recused === null ? null : motion.attending - motion.recused,
    actions: roles.includes('chair') ? await motionActions(db, standing, motion) : [],
  };
}

async function motionActions(db: Database, standing: MeetingStanding, motion: Motion) {
  const circumstances = await motionCircumstances(db, standing, motion);
  return motionRows(motion.state)
    .filter(([, { who }]) => who.length > 0)
    .map(([event, { zh, en }]) => ({ event, zh, en, ...verdict(motion, event, standing.roles, circumstances) }));
}

function verdict(
  motion: Motion,
  event: Parameters<typeof decideMotion>[1],
  roles: readonly Role[],
  circumstances: Parameters<typeof decideMotion>[3],
) {
  const outcome = decideMotion(motion.state, event, roles, circumstances);
  const refused = 'code' in outcome;
  return { allowed: !refused, refusal: refused ? problemBody(problemOf(outcome)) : null };
}
