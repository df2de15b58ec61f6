import type { CampaignPause, PauseApplied, PauseStep } from '../../records/campaign/campaignPauses.js';
import { pauseKeys, pauseProgress } from '../../records/campaign/pauseActs.js';
import type { Database } from '../../records/database.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';

/** A pause as it is answered, with how far it has come. */
export async function pauseView(db: Database, pause: CampaignPause) {
  const { id, state, reason, until, requested, decided, ended } = pause;
  const { approval, end } = pauseKeys(id);
  const isApproved = state === 'approved' || state === 'ended';
  return {
    ...{ id, state, reason, until, requested: stepOf(requested), decided: decided && stepOf(decided) },
    paused: isApproved ? await reachedOf(db, pause, { key: approval, applied: pause.applied }) : null,
    ended: ended && { ...stepOf(ended), reason: ended.reason },
    resumed: ended ? await reachedOf(db, pause, { key: end, applied: pause.endApplied }) : null,
  };
}

const stepOf = ({ by: { role, personId }, at }: PauseStep) => ({ at: isoInBeijing(at), role, personId });

async function reachedOf(
  db: Database,
  { campaignId }: CampaignPause,
  { key, applied }: { readonly key: string; readonly applied: PauseApplied | null },
) {
  if (applied) {
    const { moved, refused, at } = applied;
    return { total: moved + refused, moved, refused, doneAt: isoInBeijing(at) };
  }
  const { total, moved, refused } = await pauseProgress(db, { campaignId, key });
  return { total, moved, refused, doneAt: null };
}
