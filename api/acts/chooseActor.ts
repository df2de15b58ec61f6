import type { Actor } from '../../rules/application/act.js';
import { authorizationRefusal } from '../../rules/application/authorization.js';
import type { Facts } from '../../rules/application/facts.js';
import { type EventName, findLaw, type Role } from '../../rules/application/lifecycle.js';
import type { RefusalCode } from '../../rules/refusal.js';
import { actorsOf, type Caller } from '../accounts/caller.js';
import { Problem, problemOf } from '../http/problem.js';

/** Of several reasons not to, the one that comes closest to what the person wanted. */
const closest: readonly RefusalCode[] = ['own_application', 'not_yours', 'role_not_allowed'];

/**
 * In which of their roles the caller acts: one the law lets do this here and now, else one it lets do this at all (the
 * engine knows better than the row whose turn it is), else nobody.
 *
 * @throws Problem with the law's refusal when none of the caller's roles may
 */
export function chooseActor(caller: Caller, facts: Facts, event: EventName, as?: Role): Actor {
  const actors = actorsOf(caller).filter(({ role }) => as === undefined || role === as);
  const law = findLaw(facts.status, event);
  const now = actors.find((actor) => authorizationRefusal(facts, event, actor, law) === null);
  const ever = now ?? actors.find((actor) => authorizationRefusal(facts, event, actor, null) === null);
  if (ever) return ever;
  const refusals = actors.flatMap((actor) => authorizationRefusal(facts, event, actor, law) ?? []);
  const refusal = closest.flatMap((code) => refusals.find((one) => one.code === code) ?? [])[0];
  throw refusal
    ? problemOf(refusal)
    : new Problem('not_permitted', { zh: '您没有这个角色。', en: 'You do not have that role.' }, { field: 'as' });
}
