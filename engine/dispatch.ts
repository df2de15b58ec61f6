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
  if (outcome.kind === 'refused') return await noteRefusal(deps, intake, outcome.refusal);
  if (outcome.kind === 'answered') await finishDone(deps.db, { applicationId, key: act.key, answer: outcome.answer });
  return outcome;
}

async function attempt(deps: DispatchDeps, application: Application, intake: Intake): Promise<Outcome> {
  const outcome = await deps.engine.act(application.id, intake.act, application.seq);
  if (outcome.kind !== 'gone') return outcome;
  if (application.startedAt !== null) return await afterTheEnd(deps, application.id, intake);
  await startWorkflow(deps, application);
  return await deps.engine.act(application.id, intake.act, application.seq);
}

/** The workflow has ended: either the act is one of its events, or it came too late. */
async function afterTheEnd({ db, clock }: DispatchDeps, applicationId: string, { act }: Intake): Promise<Outcome> {
  const event = await findEvent(db, applicationId, { key: act.key });
  if (event) {
    const { to: status, seq } = event.transition;
    return { kind: 'answered', answer: { status, seq } };
  }
  const known = await findIntake(db, { applicationId, key: act.key });
  if (known?.refusal) return { kind: 'refused', refusal: known.refusal };
  const application = await findApplication(db, applicationId);
  if (!application) return { kind: 'gone' };
  const { policy, calendar } = await pinnedPolicy(db, application);
  const judged = judge(application.facts, act, policy, calendar, await clock());
  // The row says that it runs, the engine that it does not: the act stays unfinished, for an operator to see.
  return isRefusal(judged) ? { kind: 'refused', refusal: judged } : { kind: 'gone' };
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
