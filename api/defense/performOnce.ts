import { findIntake } from '../../records/application/intakes.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import type { EventName } from '../../rules/application/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import { chooseActor } from '../acts/chooseActor.js';
import { formOf } from '../acts/formOf.js';
import { performAct } from '../acts/performAct.js';
import { noSuchApplication } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';

interface IdempotentCommand {
  readonly caller: Caller;
  readonly applicationId: string;
  readonly event: EventName;
  readonly key: string;
  readonly body: object;
}

/**
 * Moves an application for a session, once: a repeated act that is registered under the key is already on its way.
 * One that was refused may be tried again when its reason is gone. Answers with what keeps it from happening, or null.
 */
export async function performOnce(deps: Services, command: IdempotentCommand): Promise<Problem | null> {
  const { caller, applicationId, event, body } = command;
  const application = await lookUpApplication(deps.db, applicationId);
  if (!application) return noSuchApplication();
  const key = await freeKey(deps, command);
  if (key === null) return null;
  try {
    const actor = await chooseActor(deps.db, { caller, application, event });
    await performAct(deps, { application, event, form: formOf(event), actor, key, expectedSeq: null, body });
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** A key nothing was refused under yet; null when the act stands or is on its way. */
async function freeKey({ db }: Deps, { applicationId, key }: IdempotentCommand): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    const tried = attempt === 1 ? key : `${key}-${attempt}`;
    const intake = await findIntake(db, { applicationId, key: tried });
    if (intake === null) return tried;
    if (intake.refusal === null) return null;
  }
}
