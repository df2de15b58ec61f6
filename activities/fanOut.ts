import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Application } from '../records/application/applicationRow.js';
import { findApplication } from '../records/application/applications.js';
import { hashOf } from '../records/application/eventHash.js';
import { type Intake, registerAct } from '../records/application/intakes.js';
import { specialtyScores } from '../records/application/specialtyScores.js';
import { noteFanOut } from '../records/campaign/fanOuts.js';
import type { Database } from '../records/database.js';
import type { Act, MeetingResult } from '../rules/application/act.js';
import type { FanOutAnswer, FanOutPart, MeetingOutcome, Outcomes } from './campaignActivities.js';

/** Outcomes of one part: a worker that dies in the middle of one repeats this many at most, without effect. */
const partSize = 100;
const atOnce = 16;

/** What became of an act that was handed on, as far as a fan-out wants to know. */
export type DispatchedAct = 'moved' | 'refused' | 'unknown';

export interface FanOutOptions {
  readonly database: Database;
  readonly outcomes: Outcomes;
  /** Hands a registered act on to its application as the door does. Campaign time is engine time plus `clockOffset`. */
  readonly dispatch: (application: Application, intake: Intake, clockOffset: number) => Promise<DispatchedAct>;
}

/**
 * Carries the next outcomes of a meeting to their applications. Each is an act registered under `tally-<motion>` at the
 * instant of the chair's signature; so one that was carried before this worker, or the one before it, died is found
 * finished and counted, and not carried again.
 */
export async function fanOutPart(options: FanOutOptions, part: FanOutPart): Promise<FanOutAnswer> {
  const { database, outcomes } = options;
  const { campaignId, meetingId } = part;
  const [next, total] = await Promise.all([
    outcomes.after({ meetingId, after: part.after, limit: partSize }),
    outcomes.count(meetingId),
  ]);
  const scores = scoresOf(database, campaignId);
  const carried = await inTurns(next, (outcome) => applyAct(options, part, outcome, scores));
  const moved = part.moved + carried.filter((one) => one === 'moved').length;
  const refused = part.refused + carried.filter((one) => one === 'refused').length;
  const finished = next.length < partSize;
  if (finished && moved + refused !== total) {
    throw ApplicationFailure.retryable(`${meetingId}: ${moved} moved and ${refused} refused of ${total}`);
  }
  const at = Context.current().info.currentAttemptScheduledTimestampMs + part.clockOffset;
  await noteFanOut(database, { campaignId, meetingId, total, moved, refused, at, finished });
  return { after: finished ? null : (next.at(-1)?.applicationId ?? null), total, moved, refused };
}

type Scores = (specialty: string) => Promise<MeetingResult['specialty']>;

/** The scores of each specialty, asked for once a part. */
function scoresOf(database: Database, campaignId: string): Scores {
  const known = new Map<string, ReturnType<Scores>>();
  return (specialty) => {
    const asked = known.get(specialty) ?? specialtyScores(database, { campaignId, specialty });
    known.set(specialty, asked);
    return asked;
  };
}

async function applyAct(
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
  const act = {
    key: `tally-${motionId}`,
    event: 'record_tally',
    actor,
    expectedSeq: null,
    data,
    freeTextHash: null,
  } as const;
  const intake = await register(database, applicationId, act, signedAt);
  const outcome = intake.outcome === null ? await dispatch(application, intake, clockOffset) : finished(intake);
  if (outcome === 'unknown') throw ApplicationFailure.retryable(`${applicationId} has not answered yet`);
  return outcome;
}

function finished({ outcome }: Intake): DispatchedAct {
  return outcome === 'done' ? 'moved' : 'refused';
}

async function register(
  database: Database,
  applicationId: string,
  act: Omit<Act, 'receivedAt'>,
  signedAt: number,
): Promise<Intake> {
  const bodyHash = hashOf({ event: act.event, motion: act.key });
  for (let receivedAt = signedAt; ; ) {
    const registered = await registerAct(database, {
      applicationId,
      act: { ...act, receivedAt },
      freeText: null,
      bodyHash,
    });
    if (registered.kind !== 'closed') return registered.intake;
    receivedAt = registered.until;
  }
}

/** Several at once, each in its turn, with a sign of life after each. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const context = Context.current();
  const done: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      done[index] = await work(item);
      context.heartbeat();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}
