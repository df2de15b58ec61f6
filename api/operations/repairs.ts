import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Application } from '../../records/applicationRow.js';
import { hashOf } from '../../records/eventHash.js';
import { findIntake } from '../../records/intakes.js';
import { repairLetter } from '../../records/letterRepairs.js';
import { showParkedLetters } from '../../records/outbox.js';
import { findStuckLetter, noteRepair } from '../../records/stuckWork.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { type RepairName, repairs } from '../../rules/lifecycle.js';
import { repairedByOperators } from '../../rules/refusal.js';
import { type Caller, callerOf } from '../accounts/caller.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import { sendReceipt } from '../acts/routes.js';
import { getVisible } from '../applications/visible.js';
import { wakeMail } from '../committee/wakeMail.js';
import type { Deps } from '../deps.js';
import { Problem, problemOf } from '../problem.js';
import { says } from '../says.js';
import { campaignsOf } from './operated.js';

const place = z.string().regex(/^\d{1,18}$/, says('应为邮件的编号。', 'It has to be the number of a letter.'));
const OutboxPlace = z.object({ id: place });
/** Why a parked letter is sent once more or left unsent. */
export const LetterRepairBody = bodies.step.pick({ reason: true });

/** `POST /{id}/actions/retry_step` and `skip_step`: an operator repairs a parked step, and says why. */
export function repairRoutes(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  for (const name of repairs) router.post(`/:id/actions/${name}`, repairRoute(deps, name));
  return router;
}

function repairRoute(deps: Deps, name: RepairName): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { personId, bindings } = callerOf(response);
    const { application } = await getVisible(deps.db, { personId, bindings }, request.params.id);
    const binding = operatorOf(bindings, application.campaignId);
    const { step, reason } = bodies.step.parse(request.body);
    const given = { application, personId, binding, name, step, reason: worded(reason), key: keyOf(request) };
    sendReceipt(response, application.id, await repairStep(deps, given));
  };
}

/**
 * `POST /operations/outbox/{id}/retry_step` and `skip_step`: an operator sends a parked letter once more or leaves it
 * unsent, whatever it is about. One about an application that runs is a parked step of its workflow and is repaired there.
 */
export function letterRepairRoutes(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  for (const name of repairs) router.post(`/:id/${name}`, letterRepairRoute(deps, name));
  return router;
}

function letterRepairRoute(deps: Deps, name: RepairName): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { db, clock } = deps;
    const caller = callerOf(response);
    const { id } = OutboxPlace.parse(request.params);
    const letter = await findStuckLetter(db, { id, campaigns: campaignsOf(caller) });
    if (!letter) throw new Problem('not_found', { zh: '没有这封邮件。', en: 'There is no such letter.' });
    const { personId, bindings } = caller;
    const reason = worded(LetterRepairBody.parse(request.body).reason);
    const key = keyOf(request);
    if (letter.applicationId === null) {
      const repair = { outboxId: id, key, repair: name, actorId: personId, reason, at: await clock() };
      if (!(await repairLetter(db, repair))) throw notParked();
      if (name === 'retry_step') wakeMail(deps);
    } else {
      const { application } = await getVisible(db, caller, letter.applicationId);
      const binding = operatorOf(bindings, application.campaignId);
      await repairStep(deps, { application, personId, binding, name, step: `${mailStep}${id}`, reason, key });
    }
    response.set('Idempotency-Key', key).json({ id, repair: name });
  };
}

const mailStep = 'mail:';

function operatorOf(bindings: Caller['bindings'], campaignId: string) {
  const binding = bindings.find(({ role, scope }) => role === 'operator' && (scope === null || scope === campaignId));
  if (!binding) throw new Problem('role_not_allowed', repairedByOperators);
  return binding;
}

function worded(reason: string | undefined): string {
  if (reason === undefined)
    throw new Problem('words_missing', { zh: '请写明理由。', en: 'Please give your reasons.' }, { field: 'reason' });
  return reason;
}

function notParked(): Problem {
  return new Problem(
    'step_not_parked',
    { zh: '没有这个待处理步骤。', en: 'No such step is parked.' },
    { field: 'step' },
  );
}

interface Wanted {
  readonly application: Application;
  readonly personId: string;
  readonly binding: Caller['bindings'][number];
  readonly name: RepairName;
  readonly step: string;
  readonly reason: string;
  readonly key: string;
}

/** Repairs a step of an application, once by its key. @throws Problem what the workflow refuses, and when it is away */
async function repairStep(deps: Deps, { application, personId, binding, name, step, reason, key }: Wanted) {
  const { db, engine, clock } = deps;
  const applicationId = application.id;
  const bodyHash = hashOf({ name, step, reason });
  const earlier = await findIntake(db, { applicationId, key });
  if (earlier && (earlier.bodyHash !== bodyHash || !earlier.answer)) {
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
  const receivedAt = earlier?.act.receivedAt ?? (await clock());
  if (earlier) return { answer: earlier.answer, key, receivedAt };

  const words = { reason };
  const wordsHash = hashOf(words);
  const actor = { role: binding.role, personId, scope: binding.scope };
  const outcome = await engine.repair(applicationId, name, { key, actor, receivedAt, step, wordsHash });
  if (outcome.kind === 'refused') throw problemOf(outcome.refusal, { receivedAt });
  if (outcome.kind === 'slow')
    throw new Problem('engine_unreachable', {
      zh: '流程引擎暂时没有答复，请稍后重试。',
      en: 'The workflow engine does not answer at the moment; please try again shortly.',
    });
  if (outcome.kind === 'gone') await repairWithout(deps, { step, key, name, personId, reason, at: receivedAt });
  const { status, seq } = application;
  const answer = outcome.kind === 'answered' ? outcome.answer : { status, seq };
  const noted = { applicationId, key, name, actorId: personId, actorScope: binding.scope };
  await noteRepair(db, { ...noted, receivedAt, step, words, wordsHash, answer, bodyHash });
  return { answer, key, receivedAt };
}

/** A workflow that has ended keeps no steps; its last letters can be parked all the same. @throws Problem `step_not_parked` */
async function repairWithout(
  deps: Deps,
  given: Pick<Wanted, 'step' | 'key' | 'name' | 'personId' | 'reason'> & { readonly at: Instant },
): Promise<void> {
  const { step, key, name: repair, personId: actorId, reason, at } = given;
  const { data: outboxId } = place.safeParse(step.startsWith(mailStep) ? step.slice(mailStep.length) : undefined);
  if (outboxId === undefined) throw notParked();
  if (!(await repairLetter(deps.db, { outboxId, key, repair, actorId, reason, at }))) throw notParked();
  await showParkedLetters(deps.db, outboxId);
  if (repair === 'retry_step') wakeMail(deps);
}
