import { randomUUID } from 'node:crypto';
import type { Application } from '../records/application/applicationRow.js';
import { findApplication } from '../records/application/applications.js';
import { findIntake, finishDone, finishRefused, type Intake } from '../records/application/intakes.js';
import { pinnedPolicy } from '../records/application/pinnedPolicy.js';
import { findEvent } from '../records/application/timeline.js';
import { isRefusal } from '../rules/application/decide.js';
import { judge } from '../rules/application/timers.js';
import type { Refusal } from '../rules/refusal.js';
import type { EngineDeps } from './deps.js';
import type { Outcome } from './engine.js';
import { findingOf, rebuild } from './reconcileOne.js';
import { startWorkflow } from './startWorkflow.js';

/** What dispatching needs, in the API and in a worker. */
export interface DispatchDeps extends EngineDeps {
  /** Counts acts whose instant lay ahead of the engine's clock. */
  readonly metrics: { readonly clockAhead: { inc(): void } };
}

/**
 * Sends a registered act to the engine under its key and finishes the intake with the outcome. Safe to repeat: an act
 * that the record holds and the engine has lost is sent again until the engine knows it.
 */
export async function dispatch(deps: DispatchDeps, application: Application, intake: Intake): Promise<Outcome> {
  const outcome = await attempt(deps, application, intake);
  const { applicationId, act } = intake;
  // The record may hold what the engine failed to answer. The intake stays open until the engine knows it too.
  if (outcome.kind === 'slow') return (await recordedAnswer(deps, intake)) ?? outcome;
  if (outcome.kind === 'refused') return await noteRefusal(deps, intake, outcome.refusal);
  if (outcome.kind === 'answered') await finishDone(deps.db, { applicationId, key: act.key, answer: outcome.answer });
  return outcome;
}

async function attempt(deps: DispatchDeps, application: Application, intake: Intake): Promise<Outcome> {
  const outcome = await sendGenuine(deps, application, intake);
  if (outcome.kind !== 'gone') return outcome;
  if (application.startedAt !== null) return await afterTheEnd(deps, application.id, intake);
  await startWorkflow(deps, application);
  return await deps.engine.act(application.number, intake.act, application.seq);
}

/**
 * A forged Update under the key of this act has its refusal remembered by the engine: the act itself is sent under another
 * id, and is never refused for good because of the other one.
 */
async function sendGenuine({ engine }: DispatchDeps, { number, seq }: Application, { act }: Intake): Promise<Outcome> {
  const outcome = await engine.act(number, act, seq);
  if (!isNotGenuine(outcome)) return outcome;
  const again = await engine.act(number, act, seq, randomUUID());
  return isNotGenuine(again) ? { kind: 'slow' } : again;
}

function isNotGenuine(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.refusal.code === 'not_genuine';
}

/** The answer of an act that the record holds, or null. */
async function recordedAnswer({ db }: DispatchDeps, { applicationId, act }: Intake): Promise<Outcome | null> {
  const event = await findEvent(db, applicationId, { key: act.key });
  if (!event) return null;
  const { to: status, seq } = event.transition;
  return { kind: 'answered', answer: { status, seq } };
}

/** The workflow has ended: either the act is one of its events, or it came too late. */
async function afterTheEnd(deps: DispatchDeps, applicationId: string, intake: Intake): Promise<Outcome> {
  const { db, clock } = deps;
  const { act } = intake;
  const recorded = await recordedAnswer(deps, intake);
  if (recorded) return recorded;
  const known = await findIntake(db, { applicationId, key: act.key });
  if (known?.refusal) return { kind: 'refused', refusal: known.refusal };
  const application = await findApplication(db, applicationId);
  if (!application) return { kind: 'gone' };
  const { policy, calendar } = await pinnedPolicy(db, application);
  const judged = judge(application.facts, act, policy, calendar, await clock());
  if (isRefusal(judged)) return { kind: 'refused', refusal: judged };
  // The row says that it runs, the engine that it does not: nobody has to wait for the reconciler.
  const subject = { kind: 'application', id: application.number } as const;
  const finding = await findingOf(deps, subject, false);
  if (finding) await rebuild(deps, subject, finding);
  return await deps.engine.act(application.number, act, application.seq);
}

/** Finishes the intake, unless only a wrong clock stands in the way: then the act stays registered and is sent again. */
async function noteRefusal(
  { db, logger, metrics }: DispatchDeps,
  { applicationId, act }: Intake,
  refusal: Refusal,
): Promise<Outcome> {
  if (refusal.code === 'clock_ahead') {
    metrics.clockAhead.inc();
    logger.error({ alert: 'clock_ahead', application: applicationId, receivedAt: act.receivedAt }, 'clocks disagree');
    return { kind: 'slow' };
  }
  await finishRefused(db, { applicationId, key: act.key, refusal });
  return { kind: 'refused', refusal };
}
