import { ApplicationFailure, Context } from '@temporalio/activity';
import pMap from 'p-map';
import { recordActs } from '../records/acts/recordActs.js';
import type { Application } from '../records/application/applicationRow.js';
import { findApplication } from '../records/application/applications.js';
import { hashOf } from '../records/application/eventHash.js';
import type { Intake } from '../records/application/intakes.js';
import { pinnedPolicy } from '../records/application/pinnedPolicy.js';
import { registerWhenOpen } from '../records/application/registerWhenOpen.js';
import { specialtyScores } from '../records/application/specialtyScores.js';
import { noteFanOut } from '../records/campaign/fanOuts.js';
import { meetingToReport } from '../records/campaign/meetingsToReport.js';
import type { Database } from '../records/database.js';
import { countApplied, type Outcome, outcomesAfter, tallyKey } from '../records/meeting/outcomes.js';
import { positionToTake } from '../records/positions/positionToTake.js';
import { brokenAmong } from '../records/proof/recordChecks.js';
import type { MeetingResult } from '../rules/application/act.js';
import type { Instant, LocalDate } from '../rules/calendar/instant.js';
import type { FanOutAnswer, FanOutPart } from './campaignActivities.js';
import type { Reached } from './togetherActivities.js';

/** Outcomes of one part: the most that are repeated, without effect, when a worker dies in the middle of one. */
export const partSize = 200;
/** Applications of a part that are read, registered or dispatched at the same time. */
export const concurrency = 16;

/** What became of a dispatched act, as far as a fan-out needs to know. */
export type DispatchedAct = 'moved' | 'refused' | 'unknown';

export interface FanOutOptions {
  readonly database: Database;
  /** Tells the workflows of applications how far their records have come without them; `id` names the part. */
  readonly haveFollow: (id: string, moved: readonly Reached[]) => Promise<void>;
  readonly wakeMailWorkflow: () => void;
  /** Dispatches a registered act to its application. Campaign time is engine time plus `clockOffset`. */
  readonly dispatch: (application: Application, intake: Intake, clockOffset: number) => Promise<DispatchedAct>;
}

/**
 * Applies the next outcomes of a meeting to their applications. Each is an act registered under `tally-<motion>` at the
 * instant of the chair's signature, so an outcome that was applied before a worker died is found finished, counted, and
 * not applied again. On an application whose record does not hold it is only registered: the others go on, and the meeting
 * is finished when that one is.
 */
export async function fanOutPart(options: FanOutOptions, part: FanOutPart): Promise<FanOutAnswer> {
  const { database } = options;
  const { meetingId, clockOffset } = part;
  const meeting = await meetingToReport(database, meetingId);
  if (meeting?.signedAt == null) throw ApplicationFailure.nonRetryable(`${meetingId} is not signed`);
  const { campaignId } = meeting;
  const next = await outcomesAfter(database, { meetingId, after: part.after, limit: partSize });
  const scores = scoresOf(database, campaignId);
  const signed = { campaignId, meetingId, metOn: meeting.heldOn, signedAt: meeting.signedAt };
  const registered = await pMap(
    next,
    async (outcome) => {
      Context.current().heartbeat();
      return await registerOutcome(options, signed, outcome, scores);
    },
    { concurrency },
  );
  await recordOrDispatch(options, { id: `tally-${meetingId}-${part.after ?? ''}`, clockOffset }, registered);
  const counts = await countApplied(database, meetingId);
  const { total, moved, refused } = counts;
  const finished = next.length < partSize;
  if (finished && moved + refused !== total) {
    throw ApplicationFailure.retryable(`${meetingId}: ${moved} moved and ${refused} refused of ${total}`);
  }
  const at = Context.current().info.currentAttemptScheduledTimestampMs + clockOffset;
  await noteFanOut(database, { campaignId, meetingId, ...counts, at, finished });
  return { after: finished ? null : (next.at(-1)?.applicationId ?? null), ...counts };
}

/** An act that was registered for an application. */
export interface RegisteredAct {
  readonly application: Application;
  readonly intake: Intake;
}

/** What a signed meeting decided, as the record has it. */
interface Signed {
  readonly campaignId: string;
  readonly meetingId: string;
  readonly metOn: LocalDate;
  /** The instant of the chair's signature, from which every outcome of the meeting counts. */
  readonly signedAt: Instant;
}

type Scores = (application: Application) => Promise<MeetingResult['specialty']>;

/** The scores of each specialty, read once a part. */
function scoresOf(database: Database, campaignId: string): Scores {
  const known = new Map<string, ReturnType<Scores>>();
  return async (application) => {
    const { specialty } = application.facts.profile;
    const { policy } = await pinnedPolicy(database, application);
    const key = `${specialty} ${policy.version}`;
    const scores = known.get(key) ?? specialtyScores(database, { campaignId, specialty }, policy);
    known.set(key, scores);
    return await scores;
  };
}

async function registerOutcome(
  { database }: FanOutOptions,
  { campaignId, meetingId, metOn, signedAt }: Signed,
  { motionId, applicationId, tally }: Outcome,
  scores: Scores,
): Promise<RegisteredAct> {
  const application = await findApplication(database, applicationId);
  if (!application) throw ApplicationFailure.nonRetryable(`no application ${applicationId}`);
  const { profile } = application.facts;
  const specialty = profile.defenseExempt ? await scores(application) : { sum: 0, count: 0, pending: 0 };
  const data: MeetingResult = { tally, metOn, minutes: { kind: 'signed', meetingId, metOn, tally }, specialty };
  const actor = { role: 'office', personId: `meeting-${meetingId}`, scope: campaignId } as const;
  const key = tallyKey(motionId);
  const act = { key, event: 'record_tally', actor, expectedSeq: null, data, freeTextHash: null } as const;
  const bodyHash = hashOf({ event: act.event, motion: key });
  const { intake } = await registerWhenOpen(
    database,
    { applicationId, act, freeText: null, bodyHash, positions: await positionToTake(database, application, act.event) },
    signedAt,
    () => signedAt,
  );
  return { application, intake };
}

/**
 * Records registered acts of different applications together and lets their workflows follow; one that needs its own workflow is
 * dispatched to it. On an application whose record does not hold an act stays registered. `id` names the part.
 *
 * @throws while it is not known what became of one
 */
export async function recordOrDispatch(
  options: FanOutOptions,
  part: { readonly id: string; readonly clockOffset: number },
  acts: readonly RegisteredAct[],
): Promise<void> {
  const intakes = acts.map(({ intake }) => intake.id);
  await recordOrDispatchLoaded(options, part, intakes, async (left) =>
    acts.filter(({ intake }) => left.has(intake.id)),
  );
}

/** The same by the ids of intakes, of which only those that need their own workflow are loaded. */
export async function recordOrDispatchLoaded(
  { database, dispatch, haveFollow, wakeMailWorkflow }: FanOutOptions,
  { id, clockOffset }: { readonly id: string; readonly clockOffset: number },
  intakes: readonly string[],
  load: (left: ReadonlySet<string>) => Promise<readonly RegisteredAct[]>,
): Promise<void> {
  const context = Context.current();
  const now = context.info.currentAttemptScheduledTimestampMs + clockOffset;
  const { moved, letters, left } = await recordActs(database, { intakes, now });
  if (letters > 0) wakeMailWorkflow();
  if (moved.length > 0) await haveFollow(id, moved);
  const ownWorkflow = left.length === 0 ? [] : await load(new Set(left));
  const broken = await brokenAmong(
    database.pool,
    ownWorkflow.map(({ application }) => application.id),
  );
  await pMap(
    ownWorkflow.filter(({ application }) => !broken.has(application.id)),
    async ({ application, intake }) => {
      const dispatched = await dispatch(application, intake, clockOffset);
      if (dispatched === 'unknown') throw ApplicationFailure.retryable(`${application.id} has not answered yet`);
      context.heartbeat();
    },
    { concurrency },
  );
}
