import type { Application } from '../records/application/applicationRow.js';
import { findApplication } from '../records/application/applications.js';
import { findIntake, finishDone, finishRefused, type Intake } from '../records/application/intakes.js';
import { pinnedPolicy } from '../records/application/pinnedPolicy.js';
import { findEvent } from '../records/application/timeline.js';
import { isRefusal } from '../rules/application/decide.js';
import { judge } from '../rules/application/timers.js';
import type { Refusal } from '../rules/refusal.js';
import type { Outcome } from './engine.js';
import { type Starting, startWorkflow } from './startWorkflow.js';

/** What handing an act on needs, at the door as in a worker. */
export interface DispatchDeps extends Starting {
  readonly logger: { error(what: object, message: string): void };
  /** Counts acts whose instant lay ahead of the engine's clock. */
  readonly metrics: { readonly clockAhead: { inc(): void } };
}

/**
 * Hands a registered act on to the engine under its key and finishes the intake with what came of it. Safe to repeat:
 * an act that the record holds and the engine has lost is handed on until the engine knows it.
 */
export async function dispatch(deps: DispatchDeps, application: Application, intake: Intake): Promise<Outcome> {
  const outcome = await attempt(deps, application, intake);
  const { applicationId, act } = intake;
  if (outcome.kind === 'refused') await noteRefusal(deps, intake, outcome.refusal);
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

/** The workflow has ended: the act made one of its events, or it came too late for any. */
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
  // The row says it runs, the engine says it does not: leave the act for an operator to see.
  return isRefusal(judged) ? { kind: 'refused', refusal: judged } : { kind: 'gone' };
}

async function noteRefusal({ db, logger, metrics }: DispatchDeps, intake: Intake, refusal: Refusal): Promise<void> {
  const { applicationId, act } = intake;
  if (refusal.code === 'clock_ahead') {
    metrics.clockAhead.inc();
    logger.error({ alert: 'clock_ahead', application: applicationId, receivedAt: act.receivedAt }, 'clocks disagree');
  }
  await finishRefused(db, { applicationId, key: act.key, refusal });
}
