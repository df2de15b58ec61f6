import type { Database } from '../../records/database.js';
import type { AgendaItem } from '../../records/meeting/agenda.js';
import { countTokens, voterIn } from '../../records/meeting/ballots.js';
import type { Motion } from '../../records/meeting/motions.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { thresholdMet } from '../../rules/meeting/meeting.js';
import { knowsCounts } from '../../rules/meeting/meetingLaw.js';
import {
  decideMotion,
  isUnderWay,
  type MotionCircumstances,
  type MotionEvent,
  motionAfter,
  motionLaw,
  motionRows,
} from '../../rules/meeting/motionLaw.js';
import { refusalBody } from '../http/problem.js';
import { motionCircumstances } from './circumstances.js';
import type { MeetingAccess } from './meetingAccess.js';
import { leaderIn, type MeetingConsole, motionParts, nameable } from './meetingConsole.js';

const isoOrNull = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

/**
 * A line of the agenda as its caller sees it. It has a count once the motion is counted; for those who only watch over the
 * meeting once the results are announced.
 */
export function motionLine(
  motion: Motion,
  item: AgendaItem | undefined,
  { access, liveConsole }: { readonly access: MeetingAccess; readonly liveConsole: MeetingConsole },
) {
  const { id, round, ordinal, state, voidedBy, voidedReason } = motion;
  const { policy } = access.campaign;
  const reported = knowsCounts(access.meeting.state, access.roles) ? motion : nothingReported;
  const { tally, notCast, ballotsRoot, receiptsRoot } = reported;
  const { zh, en } = motionLaw[state];
  const specialty = policy.specialties.find(({ code }) => code === item?.specialty);
  return {
    id,
    round,
    ordinal,
    state,
    stateLabel: { zh, en },
    application: {
      id: motion.applicationId,
      applicantName: item?.applicantName ?? '',
      unitName: item?.unitName ?? '',
      level: item?.level ?? '',
      specialty: specialty?.name ?? item?.specialty ?? '',
    },
    openedAt: isoOrNull(motion.openedAt),
    endedAt: isoOrNull(motion.endedAt),
    tally,
    notCast,
    ballotsRoot,
    receiptsRoot,
    voidedBy,
    voidedReason,
    passed: tally === null ? null : thresholdMet(tally, policy),
    ...leadingOf(motion, access, liveConsole),
  };
}

const nothingReported = { tally: null, notCast: null, ballotsRoot: null, receiptsRoot: null } as const;

/** Whether the caller leads this motion; for the office and the supervisor also who leads it and whom the office may name. */
function leadingOf(motion: Motion, access: MeetingAccess, liveConsole: MeetingConsole) {
  const leader = leaderIn(liveConsole, access, motion);
  const watches = access.roles.some((role) => role === 'office' || role === 'supervisor');
  const names = access.roles.includes('office') && leader === null && motionAfter(motion.state, 'name_lead') !== null;
  return {
    leads: motionParts(access, leader).includes('lead'),
    leading: watches ? { by: leader?.as ?? null, nameable: names ? nameable(liveConsole, access, motion) : [] } : null,
  };
}

/** The motion that has the room's attention, with what the caller may do about it. */
export async function motionNow(
  db: Database,
  { access, liveConsole, motion, item }: Looked & { readonly item: AgendaItem | undefined },
) {
  const { seat } = access;
  const voter = seat ? await voterIn(db.pool, { motionId: motion.id, expertId: seat.expertId }) : null;
  const mine = voter && !voter.recused;
  const { ballotKey, receiptKey } = motion;
  const line = motionLine(motion, item, { access: access, liveConsole: liveConsole });
  return {
    ...line,
    // A voter's page blinds its papers with these.
    keys: mine && ballotKey !== null && receiptKey !== null ? { ballot: ballotKey, receipt: receiptKey } : null,
    papers: mine ? ((voter.requestHash === null ? 'none' : 'given') as 'none' | 'given') : null,
    /** How many were given papers: for the leader of the vote, and without names. */
    papersGiven: line.leads && isUnderWay(motion.state) ? await countTokens(db.pool, motion.id) : null,
    voters: motion.attending === null || motion.recused === null ? null : motion.attending - motion.recused,
    actions: line.leads ? await motionActions(db, { access: access, liveConsole: liveConsole, motion }) : [],
  };
}

interface Looked {
  readonly access: MeetingAccess;
  readonly liveConsole: MeetingConsole;
  readonly motion: Motion;
}

/** Acts open to the leader of a motion. */
async function motionActions(db: Database, { access, liveConsole, motion }: Looked) {
  const circumstances = await motionCircumstances(db, access, motion, liveConsole);
  return motionRows(motion.state)
    .filter(([, { allowedRoles }]) => allowedRoles.includes('lead'))
    .map(([event, { zh, en }]) => ({ event, zh, en, ...verdict(motion, event, circumstances) }));
}

function verdict(motion: Motion, event: MotionEvent, circumstances: MotionCircumstances) {
  const outcome = decideMotion(motion.state, event, ['lead'], circumstances);
  const refusal = 'code' in outcome ? refusalBody(outcome) : null;
  return { allowed: refusal === null, refusal };
}
