import { ApplicationFailure, Context } from '@temporalio/activity';
import pMap from 'p-map';
import type { Application } from '../records/application/applicationRow.js';
import { findApplication } from '../records/application/applications.js';
import { hashOf } from '../records/application/eventHash.js';
import type { Intake } from '../records/application/intakes.js';
import { registerWhenOpen } from '../records/application/registerWhenOpen.js';
import { specialtyScores } from '../records/application/specialtyScores.js';
import { noteFanOut } from '../records/campaign/fanOuts.js';
import { meetingToReport } from '../records/campaign/meetingsToReport.js';
import type { Database } from '../records/database.js';
import { countApplied, type Outcome, outcomesAfter, tallyKey } from '../records/meeting/outcomes.js';
import type { MeetingResult } from '../rules/application/act.js';
import type { Instant, LocalDate } from '../rules/calendar/instant.js';
import type { FanOutAnswer, FanOutPart } from './campaignActivities.js';

/** Outcomes of one part: the most that are repeated, without effect, when a worker dies in the middle of one. */
const partSize = 100;
const concurrency = 16;

/** What became of a dispatched act, as far as a fan-out needs to know. */
export type DispatchedAct = 'moved' | 'refused' | 'unknown';

export interface FanOutOptions {
  readonly database: Database;
  /** Dispatches a registered act to its application. Campaign time is engine time plus `clockOffset`. */
  readonly dispatch: (application: Application, intake: Intake, clockOffset: number) => Promise<DispatchedAct>;
}

/**
 * Applies the next outcomes of a meeting to their applications. Each is an act registered under `tally-<motion>` at the
 * instant of the chair's signature, so an outcome that was applied before a worker died is found finished, counted, and
 * not applied again.
 */
export async function fanOutPart(options: FanOutOptions, part: FanOutPart): Promise<FanOutAnswer> {
  const { database } = options;
  const { meetingId, clockOffset } = part;
  const meeting = await meetingToReport(database, meetingId);
  if (meeting?.signedAt == null) throw ApplicationFailure.nonRetryable(`${meetingId} is not signed`);
  const { campaignId } = meeting;
  const next = await outcomesAfter(database, { meetingId, after: part.after, limit: partSize });
  const scores = scoresOf(database, campaignId);
  const context = Context.current();
  const signed = { campaignId, meetingId, metOn: meeting.heldOn, signedAt: meeting.signedAt, clockOffset };
  await pMap(
    next,
    async (outcome) => {
      await applyOutcome(options, signed, outcome, scores);
      context.heartbeat();
    },
    { concurrency },
  );
  const counts = await countApplied(database, meetingId);
  const { total, moved, refused } = counts;
  const finished = next.length < partSize;
  if (finished && moved + refused !== total) {
    throw ApplicationFailure.retryable(`${meetingId}: ${moved} moved and ${refused} refused of ${total}`);
  }
  const at = context.info.currentAttemptScheduledTimestampMs + clockOffset;
  await noteFanOut(database, { campaignId, meetingId, ...counts, at, finished });
  return { after: finished ? null : (next.at(-1)?.applicationId ?? null), ...counts };
}

/** What a signed meeting decided, as the record has it. */
interface Signed {
  readonly campaignId: string;
  readonly meetingId: string;
  readonly metOn: LocalDate;
  /** The instant of the chair's signature, from which every outcome of the meeting counts. */
  readonly signedAt: Instant;
  readonly clockOffset: number;
}

type Scores = (specialty: string) => Promise<MeetingResult['specialty']>;

/** The scores of each specialty, read once a part. */
function scoresOf(database: Database, campaignId: string): Scores {
  const known = new Map<string, ReturnType<Scores>>();
  return (specialty) => {
    const scores = known.get(specialty) ?? specialtyScores(database, { campaignId, specialty });
    known.set(specialty, scores);
    return scores;
  };
}

async function applyOutcome(
  { database, dispatch }: FanOutOptions,
  { campaignId, meetingId, metOn, signedAt, clockOffset }: Signed,
  { motionId, applicationId, tally }: Outcome,
  scores: Scores,
): Promise<void> {
  const application = await findApplication(database, applicationId);
  if (!application) throw ApplicationFailure.nonRetryable(`no application ${applicationId}`);
  const { profile } = application.facts;
  const specialty = profile.defenseExempt ? await scores(profile.specialty) : { sum: 0, count: 0, pending: 0 };
  const data: MeetingResult = { tally, metOn, specialty };
  const actor = { role: 'office', personId: `meeting-${meetingId}`, scope: campaignId } as const;
  const key = tallyKey(motionId);
  const act = { key, event: 'record_tally', actor, expectedSeq: null, data, freeTextHash: null } as const;
  const bodyHash = hashOf({ event: act.event, motion: key });
  const { intake } = await registerWhenOpen(
    database,
    { applicationId, act, freeText: null, bodyHash },
    signedAt,
    () => signedAt,
  );
  if (intake.outcome !== null) return;
  const dispatched = await dispatch(application, intake, clockOffset);
  if (dispatched === 'unknown') throw ApplicationFailure.retryable(`${applicationId} has not answered yet`);
}
