import { ApplicationFailure, Context } from '@temporalio/activity';
import pMap from 'p-map';
import type { Application } from '../records/application/applicationRow.js';
import { findApplication } from '../records/application/applications.js';
import { hashOf } from '../records/application/eventHash.js';
import type { Intake } from '../records/application/intakes.js';
import { registerWhenOpen } from '../records/application/registerWhenOpen.js';
import { specialtyScores } from '../records/application/specialtyScores.js';
import { noteFanOut } from '../records/campaign/fanOuts.js';
import type { Database } from '../records/database.js';
import type { MeetingResult } from '../rules/application/act.js';
import type { FanOutAnswer, FanOutPart, MeetingOutcome, Outcomes } from './campaignActivities.js';

/** Outcomes of one part: the most that are repeated, without effect, when a worker dies in the middle of one. */
const partSize = 100;
const concurrency = 16;

/** What became of a dispatched act, as far as a fan-out needs to know. */
export type DispatchedAct = 'moved' | 'refused' | 'unknown';

export interface FanOutOptions {
  readonly database: Database;
  readonly outcomes: Outcomes;
  /** Dispatches a registered act to its application. Campaign time is engine time plus `clockOffset`. */
  readonly dispatch: (application: Application, intake: Intake, clockOffset: number) => Promise<DispatchedAct>;
}

/**
 * Applies the next outcomes of a meeting to their applications. Each is an act registered under `tally-<motion>` at the
 * instant of the chair's signature, so an outcome that was applied before a worker died is found finished, counted, and
 * not applied again.
 */
export async function fanOutPart(options: FanOutOptions, part: FanOutPart): Promise<FanOutAnswer> {
  const { database, outcomes } = options;
  const { campaignId, meetingId } = part;
  const [next, total] = await Promise.all([
    outcomes.after({ meetingId, after: part.after, limit: partSize }),
    outcomes.count(meetingId),
  ]);
  const scores = scoresOf(database, campaignId);
  const context = Context.current();
  const applied = await pMap(
    next,
    async (outcome) => {
      const dispatched = await applyOutcome(options, part, outcome, scores);
      context.heartbeat();
      return dispatched;
    },
    { concurrency },
  );
  const moved = part.moved + applied.filter((one) => one === 'moved').length;
  const refused = part.refused + applied.filter((one) => one === 'refused').length;
  const finished = next.length < partSize;
  if (finished && moved + refused !== total) {
    throw ApplicationFailure.retryable(`${meetingId}: ${moved} moved and ${refused} refused of ${total}`);
  }
  const at = context.info.currentAttemptScheduledTimestampMs + part.clockOffset;
  await noteFanOut(database, { campaignId, meetingId, total, moved, refused, at, finished });
  return { after: finished ? null : (next.at(-1)?.applicationId ?? null), total, moved, refused };
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
  { campaignId, meetingId, metOn, signedAt, clockOffset }: FanOutPart,
  { motionId, applicationId, tally }: MeetingOutcome,
  scores: Scores,
): Promise<'moved' | 'refused'> {
  const application = await findApplication(database, applicationId);
  if (!application) throw ApplicationFailure.nonRetryable(`no application ${applicationId}`);
  const { profile } = application.facts;
  const specialty = profile.defenseExempt ? await scores(profile.specialty) : { sum: 0, count: 0, pending: 0 };
  const data: MeetingResult = { tally, metOn, specialty };
  const actor = { role: 'office', personId: `meeting-${meetingId}`, scope: campaignId } as const;
  const key = `tally-${motionId}`;
  const act = { key, event: 'record_tally', actor, expectedSeq: null, data, freeTextHash: null } as const;
  const bodyHash = hashOf({ event: act.event, motion: key });
  const { intake } = await registerWhenOpen(
    database,
    { applicationId, act, freeText: null, bodyHash },
    signedAt,
    () => signedAt,
  );
  if (intake.outcome !== null) return intake.outcome === 'done' ? 'moved' : 'refused';
  const dispatched = await dispatch(application, intake, clockOffset);
  if (dispatched === 'unknown') throw ApplicationFailure.retryable(`${applicationId} has not answered yet`);
  return dispatched;
}
