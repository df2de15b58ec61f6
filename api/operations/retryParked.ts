import pMap from 'p-map';
import { findApplication } from '../../records/application/applications.js';
import { applicationsInNeed } from '../../records/operations/waitingActs.js';
import type { Caller } from '../accounts/caller.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { ActHeaders } from '../openapi/parts.js';
import { RetriedAnswer } from './answers.js';
import { campaignsOf, forOperators } from './operated.js';
import { operatorOf, repairStep, requireReason } from './repairStep.js';

/** Applications of one request; what is left the next one takes. */
const limit = 500;
const concurrency = 8;

interface Request {
  readonly caller: Caller;
  readonly reason: string;
  readonly key: string;
}

/** An operator has every parked step of their campaigns tried again, once its cause is gone. */
export const retryParkedRoute = defineRoute({
  ...forOperators,
  method: 'post',
  path: '/api/operations/parked/retry',
  tag: '运维',
  summary: '重试全部待处理步骤',
  headers: ActHeaders.pick({ 'idempotency-key': true }),
  body: bodies.step.pick({ reason: true }),
  answers: { 200: RetriedAnswer },
  handle: async ({ caller, body, request, response }, services) => {
    const asked = { caller, reason: requireReason(body.reason), key: keyOf(request) };
    const found = await applicationsInNeed(services.db, { campaigns: campaignsOf(caller), limit });
    const counts = await pMap(found, (each) => retryAllOf(services, each, asked), { concurrency });
    const sum = (of: 'retried' | 'left') => counts.reduce((total, count) => total + count[of], 0);
    response.set('Idempotency-Key', asked.key);
    return { retried: sum('retried'), left: sum('left') };
  },
});

/** Retries each parked step of an application. `left`: those that were not released. */
async function retryAllOf(
  deps: Deps,
  { id, number }: { readonly id: string; readonly number: string },
  { caller, reason, key }: Request,
): Promise<{ readonly retried: number; readonly left: number }> {
  const { db, engine, logger } = deps;
  const [application, current] = await Promise.all([findApplication(db, id), engine.current(number).catch(() => null)]);
  if (!application || !current) return { retried: 0, left: 1 };
  const binding = operatorOf(caller.bindings, application.campaignId);
  const { personId } = caller;
  const steps = Object.keys(current.parked);
  let left = 0;
  for (const step of steps) {
    const command = { application, personId, binding, name: 'retry_step', step, reason } as const;
    await repairStep(deps, { ...command, key: `${key}:${step}` }).catch((error: unknown) => {
      left += 1;
      logger.warn({ err: error, application: id, step }, 'a parked step was not released');
    });
  }
  return { retried: steps.length - left, left };
}
