import { rebuild } from '../../engine/reconcileOne.js';
import { hashOf } from '../../records/application/eventHash.js';
import { findIntake } from '../../records/application/intakes.js';
import { noteRepair } from '../../records/operations/noteRepair.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { ActHeaders } from '../openapi/parts.js';
import { RebuiltAnswer } from './answers.js';
import { operatorOf, requireReason } from './repairStep.js';

/** What the note of a rebuilt workflow names as its step. */
const step = 'workflow';

/** An operator has a workflow that does not answer begun again from the record, once by the key, and says why. */
export const rebuildWorkflowRoute = defineRoute({
  method: 'post',
  path: '/api/operations/applications/{id}/rebuild',
  tag: '运维',
  summary: '按登记簿重建流程',
  roles: 'signed in',
  headers: ActHeaders.pick({ 'idempotency-key': true }),
  subject: async (arrival, services) => {
    const { application } = await visibleApplication(arrival, services);
    return { application, binding: operatorOf(arrival.caller.bindings, application.campaignId) };
  },
  body: bodies.step.pick({ reason: true }),
  answers: { 200: RebuiltAnswer },
  handle: async ({ subject: { application, binding }, body, caller, request, response }, services) => {
    const { db, clock } = services;
    const { id: applicationId, number, status, seq } = application;
    const key = keyOf(request);
    const freeText = { reason: requireReason(body.reason) };
    response.set('Idempotency-Key', key);
    if (await findIntake(db, { applicationId, key })) return { remedy: 'restarted' as const };
    const remedy = await rebuild(services, { kind: 'application', id: number }, 'asked');
    const by = { actorId: caller.personId, actorScope: binding.scope, receivedAt: await clock() };
    const hashes = { freeTextHash: hashOf(freeText), bodyHash: hashOf({ step, ...freeText }) };
    const answer = { status, seq };
    await noteRepair(db, { applicationId, key, name: 'retry_step', step, freeText, answer, ...by, ...hashes });
    return { remedy };
  },
});
