import { type RequestHandler, Router } from 'express';
import { hashOf } from '../../records/eventHash.js';
import { findIntake } from '../../records/intakes.js';
import { noteRepair } from '../../records/stuckWork.js';
import { type RepairName, repairs } from '../../rules/lifecycle.js';
import { callerOf } from '../accounts/caller.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import { sendReceipt } from '../acts/routes.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem, problemOf } from '../problem.js';

/** `POST /{id}/actions/retry_step` and `skip_step`: an operator repairs a parked step, and says why. */
export function repairRoutes(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  for (const name of repairs) router.post(`/:id/actions/${name}`, repairRoute(deps, name));
  return router;
}

function repairRoute({ db, engine, clock }: Deps, name: RepairName): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { personId, bindings } = callerOf(response);
    const { application } = await getVisible(db, { personId, bindings }, request.params.id);
    const { id: applicationId, campaignId } = application;
    const binding = bindings.find(({ role, scope }) => role === 'operator' && (scope === null || scope === campaignId));
    if (!binding) throw new Problem('role_not_allowed', '只有运维人员可以处理待处理步骤。');
    const { step, reason } = bodies.step.parse(request.body);
    if (reason === undefined) throw new Problem('words_missing', '请写明理由。', { field: 'reason' });
    const key = keyOf(request);
    const bodyHash = hashOf({ name, step, reason });
    const earlier = await findIntake(db, { applicationId, key });
    if (earlier && (earlier.bodyHash !== bodyHash || !earlier.answer)) {
      throw new Problem('key_reused', '这个 Idempotency-Key 已用于另一次办理，请换一个新的。', {
        field: 'Idempotency-Key',
      });
    }
    const receivedAt = earlier?.act.receivedAt ?? (await clock());
    if (earlier) return sendReceipt(response, applicationId, { answer: earlier.answer, key, receivedAt });

    const words = { reason };
    const wordsHash = hashOf(words);
    const actor = { role: binding.role, personId, scope: binding.scope };
    const outcome = await engine.repair(applicationId, name, { key, actor, receivedAt, step, wordsHash });
    if (outcome.kind === 'refused') throw problemOf(outcome.refusal, { receivedAt });
    if (outcome.kind !== 'answered') throw new Problem('engine_unreachable', '流程引擎暂时没有答复，请稍后重试。');
    const { answer } = outcome;
    const noted = { applicationId, key, name, actorId: personId, actorScope: binding.scope };
    await noteRepair(db, { ...noted, receivedAt, step, words, wordsHash, answer, bodyHash });
    sendReceipt(response, applicationId, { answer, key, receivedAt });
  };
}
