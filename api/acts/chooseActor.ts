import type { Application } from '../../records/application/applicationRow.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import type { Actor } from '../../rules/application/act.js';
import { authorizationRefusal } from '../../rules/application/authorization.js';
import { type EventName, findLaw, type Role } from '../../rules/application/lifecycle.js';
import { uncited } from '../../rules/policy/clauses.js';
import type { RefusalCode } from '../../rules/refusal.js';
import { actorsOf, type Caller } from '../accounts/caller.js';
import { Problem, problemOf } from '../http/problem.js';

/** Of several reasons not to, the one that comes closest to what the person wanted. */
const closest: readonly RefusalCode[] = ['own_application', 'not_yours', 'role_not_allowed'];

/** Who acts on what, and in which of their roles when they say so. */
interface Choice {
  readonly caller: Caller;
  readonly application: Pick<Application, 'id' | 'campaignId' | 'openedAt' | 'facts'>;
  readonly event: EventName;
  readonly as?: Role | undefined;
}

/**
 * In which of their roles the caller acts: one the law lets do this here and now, else one it lets do this at all (the
 * engine knows better than the row whose turn it is), else nobody.
 *
 * @throws Problem with the law's refusal when none of the caller's roles may
 */
export async function chooseActor(db: Database, { caller, application, event, as }: Choice): Promise<Actor> {
  const { facts } = application;
  const actors = actorsOf(caller).filter(({ role }) => as === undefined || role === as);
  const law = findLaw(facts.status, event);
  const now = actors.find((actor) => authorizationRefusal(facts, event, actor, law, uncited) === null);
  const ever = now ?? actors.find((actor) => authorizationRefusal(facts, event, actor, null, uncited) === null);
  if (ever) return ever;
  // Read only for a refusal, which cites the notice.
  const { policy } = await pinnedPolicy(db, application);
  const refusals = actors.flatMap((actor) => authorizationRefusal(facts, event, actor, law, policy) ?? []);
  const refusal = closest.flatMap((code) => refusals.find((one) => one.code === code) ?? [])[0];
  throw refusal
    ? problemOf(refusal)
    : new Problem('not_permitted', { zh: '您没有这个角色。', en: 'You do not have that role.' }, { field: 'as' });
}
