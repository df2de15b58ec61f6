import { decide, isRefusal } from '../../rules/application/decide.js';
import { finishRefused } from '../application/intakes.js';
import { judgedState } from '../application/judgedState.js';
import type { Database } from '../database.js';
import { NotGenuine } from '../notGenuine.js';

/** Finishes the intake of an act that the law refuses now. @throws NotGenuine when the law does not, or nobody registered it */
export async function refusePendingAct(
  database: Database,
  { applicationId, key }: { readonly applicationId: string; readonly key: string },
): Promise<void> {
  const { facts, act, policy, calendar } = await judgedState(database, { applicationId, key });
  const outcome = act && decide(facts, act, policy, calendar, act.receivedAt);
  if (outcome === null || !isRefusal(outcome)) throw new NotGenuine(`${applicationId}: ${key} is not refused`);
  await finishRefused(database, { applicationId, key, refusal: outcome });
}
