import { type RequestHandler, Router } from 'express';
import { type RepairName, repairs } from '../../rules/application/lifecycle.js';
import { callerOf } from '../accounts/caller.js';
import { bodies } from '../acts/bodies.js';
import { keyOf } from '../acts/headers.js';
import { sendReceipt } from '../acts/routes.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { operatorOf, repairStep, worded } from './repairStep.js';

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
