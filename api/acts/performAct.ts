import { dispatch } from '../../engine/dispatch.js';
import type { Outcome } from '../../engine/engine.js';
import type { Application } from '../../records/application/applicationRow.js';
import { hashOf } from '../../records/application/eventHash.js';
import type { Intake } from '../../records/application/intakes.js';
import type { LookedUp } from '../../records/application/lookUpApplication.js';
import { registerWhenOpen } from '../../records/application/registerWhenOpen.js';
import { positionToTake } from '../../records/positions/positionToTake.js';
import type { Actor, Answer, FormName } from '../../rules/application/act.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import type { Deps } from '../deps.js';
import { currentArrival } from '../http/arrivals.js';
import { Problem, problemOf } from '../http/problem.js';
import { requireNoFault } from '../proof/requireIntact.js';
import type { Services } from '../services.js';
import { type Body, bodies } from './bodies.js';
import { eventsAfterSeen } from './eventsAfterSeen.js';
import { forms } from './forms.js';

export interface ActCommand {
  readonly application: LookedUp;
  readonly event: EventName;
  readonly form: FormName;
  readonly actor: Actor;
  readonly key: string;
  readonly expectedSeq: number | null;
  readonly body: unknown;
}

/** The answer to an act; null while it is registered and on its way. */
export interface Receipt {
  readonly answer: Answer | null;
  readonly key: string;
  readonly receivedAt: Instant;
}

/**
 * Performs one act: reads, registers, dispatches, answers. From the registration on it counts, even if this process or
 * the engine fails.
 *
 * @throws Problem with the law's refusal, `key_reused`, or `record_broken`
 */
export async function performAct(deps: Services, command: ActCommand): Promise<Receipt> {
  const registered = await registerOnce(deps, command);
  currentArrival()?.release();
  const { intake } = registered;
  const outcome = firstOutcome(intake) ?? (await dispatchOrWait(deps, command.application, intake));
  return await answerTo(deps, command, registered, outcome);
}

/** An act as it was registered, now or by the same request before. */
export interface RegisteredOnce {
  readonly kind: 'registered' | 'repeated';
  readonly intake: Intake;
}

/** Registers an act at the instant its request arrived. @throws Problem `key_reused`, `record_broken`, `too_many_requests` */
export async function registerOnce(deps: Services, command: ActCommand): Promise<RegisteredOnce> {
  const { application, actor } = command;
  requireNoFault(application);
  await deps.refusalQuota.requireLeft(application.id, actor);
  const bodyHash = await bodyHashOf(deps, command);
  const registered = await register(deps, command, bodyHash);
  if (registered.kind === 'repeated') refuseAnother(command, registered.intake, bodyHash);
  return registered;
}

/** What a registered act is answered, counted by its outcome. @throws Problem with the law's refusal */
export async function answerTo(
  deps: Services,
  command: ActCommand,
  { kind, intake }: RegisteredOnce,
  outcome: Outcome,
): Promise<Receipt> {
  const { application, event, actor } = command;
  deps.metrics.acts.inc({ event, outcome: kind === 'repeated' ? 'repeated' : outcome.kind });
  if (kind !== 'repeated' && outcome.kind === 'refused') await deps.refusalQuota.count(application.id, actor);
  return await receiptOf(deps, command, intake, outcome);
}

async function register(
  deps: Deps,
  { application, event, form, actor, key, expectedSeq, body }: ActCommand,
  bodyHash: string,
) {
  const { db, clock } = deps;
  const { data, freeText, idNumberHash } = await prepare(form, body, { db, application, key, now: await clock() });
  const freeTextHash = freeText && hashOf(freeText);
  const registration = {
    applicationId: application.id,
    act: { key, event, actor, expectedSeq, data, freeTextHash },
    freeText,
    bodyHash,
    positions: await positionToTake(db, application, event),
    person: idNumberHash ? { ...personOf(application), idNumberHash } : null,
  };
  return await registerWhenOpen(db, registration, currentArrival()?.at ?? (await clock()), clock);
}

const personOf = ({ facts: { campaignId, applicantId } }: Application) => ({ campaignId, applicantId });

async function prepare<F extends FormName>(form: F, body: unknown, at: Parameters<(typeof forms)[F]>[1]) {
  return await forms[form](bodies[form].parse(body ?? {}) as Body<F>, at);
}

/** Tells one request from another. Under a key, because a body may hold a telephone number, which one could try out. */
async function bodyHashOf({ db }: Deps, { event, body }: ActCommand): Promise<string> {
  return await db.vault.keyedHash(canonical({ event, body }));
}

/** The same key must mean the same act of the same person. */
function refuseAnother({ event, actor }: ActCommand, { act, bodyHash }: Intake, expected: string): void {
  if (act.event !== event || act.actor.personId !== actor.personId || bodyHash !== expected) {
    throw new Problem(
      'key_reused',
      {
        zh: '这个 Idempotency-Key 已用于另一次办理，请换一个新的。',
        en: 'This Idempotency-Key was used for another act; please take a new one.',
      },
      {
        field: 'Idempotency-Key',
      },
    );
  }
}

/** What became of an act that is finished; null while it is on its way. */
export function firstOutcome({ answer, refusal }: Intake): Outcome | null {
  if (answer) return { kind: 'answered', answer };
  return refusal ? { kind: 'refused', refusal } : null;
}

/** Has one application's workflow perform a registered act; `slow` when that is not known yet. */
export async function dispatchOrWait(deps: Deps, application: Application, intake: Intake): Promise<Outcome> {
  try {
    return await dispatch(deps, application, intake);
  } catch (error) {
    // The act is registered: the sweeper dispatches it later. The caller gets a receipt instead of an error.
    deps.logger.error({ err: error, application: application.id }, 'could not dispatch an act');
    return { kind: 'slow' };
  }
}

async function receiptOf(deps: Deps, command: ActCommand, { act }: Intake, outcome: Outcome): Promise<Receipt> {
  const { key, receivedAt } = act;
  switch (outcome.kind) {
    case 'answered':
      return { answer: outcome.answer, key, receivedAt };
    case 'refused': {
      const happened = await eventsAfterSeen(deps.db, command, outcome.refusal);
      throw problemOf(outcome.refusal, { receivedAt, happened });
    }
    case 'slow':
    case 'gone':
      return { answer: null, key, receivedAt };
  }
}
