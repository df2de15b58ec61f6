import type { Application } from '../../records/application/applicationRow.js';
import { findIntake } from '../../records/application/intakes.js';
import type { Database } from '../../records/database.js';
import type { Actor } from '../../rules/application/act.js';
import type { EventName, Role } from '../../rules/application/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import { chooseActor } from './chooseActor.js';

interface ActorSelection {
  readonly caller: Caller;
  readonly application: Application;
  readonly event: EventName;
  readonly as: Role | undefined;
  readonly key: string;
}

/**
 * The caller in the role they act in. A department that has passed an application on may no longer act on it, but gets
 * the answer again when it repeats the act under the same key because the answer was lost.
 */
export async function actorOf(db: Database, { caller, application, event, as, key }: ActorSelection): Promise<Actor> {
  try {
    return await chooseActor(db, { caller, application, event, as });
  } catch (refusal) {
    const done = await findIntake(db, { applicationId: application.id, key });
    if (done?.act.actor.personId === caller.personId) return done.act.actor;
    throw refusal;
  }
}
