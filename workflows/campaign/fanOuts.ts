import type { AmendAnswer } from '../../activities/campaignActivities.js';
import type { CampaignFacts, CampaignMeeting } from '../../rules/campaign/campaignFacts.js';
import { fanOutDone, isCampaignRefusal } from '../../rules/campaign/decideCampaign.js';
import { amendPart, fanOutPart } from './campaignEffects.js';
import type { FanOutCursor } from './campaignMessages.js';
import type { CampaignState } from './campaignState.js';

/** Where an amendment begins: at the first application. */
export const nothingAmended: AmendAnswer = { after: null };
const emptyFanOut: FanOutCursor = { after: null, total: 0, moved: 0, refused: 0 };

/** A signed meeting whose outcomes have not all reached their applications. */
export function pendingFanOut({ meetings }: CampaignFacts): CampaignMeeting | undefined {
  return meetings.find(({ signedAt, counts }) => signedAt !== null && counts === null);
}

/**
 * Applies an approved amendment to the next running applications. A new run begins at the first again and finds those
 * that are done.
 */
export async function applyAmendment(state: CampaignState): Promise<void> {
  const { campaignId } = state.facts;
  const part = { campaignId, ...state.amended, clockOffset: state.clockOffset };
  const done = await amendPart.executeWithOptions({ summary: '向办理中的申报适用修订后的政策' }, [part]);
  state.amending = done.after !== null;
  state.amended = state.amending ? done : nothingAmended;
}

/** Applies the next part of a meeting's outcomes. Dates that come meanwhile are looked at before the part after it. */
export async function applyOutcomes(state: CampaignState): Promise<void> {
  const meeting = pendingFanOut(state.facts);
  if (!meeting) return;
  const { meetingId } = meeting;
  const { after: from, total, moved, refused } = state.fanOuts[meetingId] ?? emptyFanOut;
  const summary = total === 0 ? '落实评审结果' : `落实评审结果：${moved + refused}/${total}`;
  const part = { meetingId, after: from, clockOffset: state.clockOffset };
  const done = await fanOutPart.executeWithOptions({ summary }, [part]);
  state.fanOuts[meetingId] = done;
  state.publishState();
  const { after, ...counts } = done;
  if (after === null) await recordFanOutDone(state, { meetingId, ...counts });
}

async function recordFanOutDone(state: CampaignState, counts: Parameters<typeof fanOutDone>[1]): Promise<void> {
  await state.oneAtATime(async () => {
    await state.letDatesPass(state.now());
    while (pendingFanOut(state.facts)?.meetingId === counts.meetingId) {
      const outcome = state.decide(fanOutDone(state.facts, counts, state.now()));
      // A gap in the law: the workflow task fails and is retried until a worker without the gap takes it.
      if (isCampaignRefusal(outcome)) throw new Error(`the law does not end a fan-out: ${outcome.code}`);
      await state.record(outcome);
    }
    delete state.fanOuts[counts.meetingId];
  });
}
