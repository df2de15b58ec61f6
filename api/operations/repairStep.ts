import { wakeMail } from '../../engine/wakeMail.js';
import type { Application } from '../../records/application/applicationRow.js';
import { hashOf } from '../../records/application/eventHash.js';
import { findIntake } from '../../records/application/intakes.js';
import { listParkedLetters } from '../../records/mail/claimLetters.js';
import { repairLetter } from '../../records/mail/letterRepairs.js';
import { noteRepair } from '../../records/operations/noteRepair.js';
import { findStuckLetter } from '../../records/operations/stuckWork.js';
import type { RepairName } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { repairedByOperators } from '../../rules/refusal.js';
import type { Caller } from '../accounts/caller.js';
import type { Receipt } from '../acts/performAct.js';
import type { Deps } from '../deps.js';
import { Problem, problemOf } from '../http/problem.js';

export interface RepairCommand {
  readonly application: Application;
  readonly personId: string;
  readonly binding: Caller['bindings'][number];
  readonly name: RepairName;
  readonly step: string;
  readonly reason: string;
  readonly key: string;
}

/** Repairs a step of an application, once by its key. @throws Problem what the workflow refuses, and when it is away */
export async function repairStep(deps: Deps, command: RepairCommand): Promise<Receipt> {
  const { db, engine, clock } = deps;
  const { application, personId, binding, name, step, reason, key } = command;
  const applicationId = application.id;
  const bodyHash = hashOf({ name, step, reason });
  const earlier = await findIntake(db, { applicationId, key });
  if (earlier && (earlier.bodyHash !== bodyHash || !earlier.answer)) {
    const taken = {
      zh: '这个 Idempotency-Key 已用于另一次办理，请换一个新的。',
      en: 'This Idempotency-Key was used for another act; please take a new one.',
    };
    throw new Problem('key_reused', taken, { field: 'Idempotency-Key' });
  }
  const receivedAt = earlier?.act.receivedAt ?? (await clock());
  if (earlier) return { answer: earlier.answer, key, receivedAt };

  const freeText = { reason };
  const freeTextHash = hashOf(freeText);
  const actor = { role: binding.role, personId, scope: binding.scope };
  // What becomes of a letter is decided in the outbox; its workflow only forgets the step.
  const isLetter = step.startsWith(mailStep);
  if (isLetter) await repairParkedLetter(deps, command, receivedAt);
  const outcome = await engine.repair(application.number, name, { key, actor, receivedAt, step, freeTextHash });
  if (outcome.kind === 'slow' && !isLetter) {
    throw new Problem('engine_unreachable', {
      zh: '流程引擎暂时没有答复，请稍后重试。',
      en: 'The workflow engine does not answer at the moment; please try again shortly.',
    });
  }
  // A workflow that has ended, or that was begun anew from the record, knows of no parked letters.
  const unknown = outcome.kind === 'gone' || (outcome.kind === 'refused' && outcome.refusal.code === 'step_not_parked');
  if (outcome.kind === 'refused' && !(unknown && isLetter)) throw problemOf(outcome.refusal, { receivedAt });
  if (outcome.kind === 'gone' && !isLetter) throw notParked();
  const { status, seq } = application;
  const answer = outcome.kind === 'answered' ? outcome.answer : { status, seq };
  const noted = { applicationId, key, name, actorId: personId, actorScope: binding.scope };
  await noteRepair(db, { ...noted, receivedAt, step, freeText, freeTextHash, answer, bodyHash });
  return { answer, key, receivedAt };
}

/** Begins the name of a step that is a letter; its id in the outbox follows. */
export const mailStep = 'mail:';

/** Releases a letter that is parked in the outbox, once by the key. @throws Problem `step_not_parked` */
async function repairParkedLetter(deps: Deps, command: RepairCommand, at: Instant): Promise<void> {
  const { application, step, key, name: repair, personId: actorId, reason } = command;
  const outboxId = new RegExp(`^${mailStep}(\\d{1,18})$`).exec(step)?.[1];
  const letter = outboxId === undefined ? null : await findStuckLetter(deps.db, { id: outboxId, campaigns: null });
  if (outboxId === undefined || letter?.applicationId !== application.id) throw notParked();
  if (!(await repairLetter(deps.db, { outboxId, key, repair, actorId, reason, at }))) throw notParked();
  await listParkedLetters(deps.db, outboxId);
  if (repair === 'retry_step') wakeMail(deps);
}

export function notParked(): Problem {
  const detail = { zh: '没有这个待处理步骤。', en: 'No such step is parked.' };
  return new Problem('step_not_parked', detail, { field: 'step' });
}

/** The binding by which somebody operates a campaign. @throws Problem `role_not_allowed` */
export function operatorOf(bindings: Caller['bindings'], campaignId: string): Caller['bindings'][number] {
  const binding = bindings.find(({ role, scope }) => role === 'operator' && (scope === null || scope === campaignId));
  if (!binding) throw new Problem('role_not_allowed', repairedByOperators);
  return binding;
}

/** The reason of a repair. @throws Problem `free_text_missing` */
export function requireReason(reason: string | undefined): string {
  if (reason !== undefined) return reason;
  throw new Problem('free_text_missing', { zh: '请写明理由。', en: 'Please give your reasons.' }, { field: 'reason' });
}
