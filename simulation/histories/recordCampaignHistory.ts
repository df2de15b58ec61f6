import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CampaignActivities } from '../../activities/campaignActivities.js';
import { day, hour, type Instant, instantOf } from '../../rules/calendar/instant.js';
import type { CampaignAct, CampaignData } from '../../rules/campaign/campaignFacts.js';
import { type CampaignEvent, findCampaignLaw } from '../../rules/campaign/campaignLaw.js';
import { newCampaign, noticeEndOf, scheduleOf } from '../../rules/campaign/campaignSchedule.js';
import { notLooked } from '../../workflows/application/messages.js';
import { campaignWorkflow, campaignWorkflowIdOf, policyChanged } from '../../workflows/campaign/campaignMessages.js';
import { campaignStartOptions } from '../../workflows/campaign/campaignStart.js';
import { calendar, policy } from './historyCases.js';
import { type RecordedHistory, runsOf } from './recordHistory.js';

const campaignId = policy.id;
const schedule = scheduleOf(policy, calendar);
const meeting = { meetingId: 'meeting-1', committee: 'engineering' };
const signedAt = instantOf('2024-09-27T16:00');
const signature = {
  ...meeting,
  metOn: '2024-09-27',
  noticeEnds: noticeEndOf(signedAt, policy, calendar),
  committeesLeft: 0,
};

/** Activities that do nothing; the outcomes of the meeting come in two parts. */
export const campaignActivities: CampaignActivities = {
  recordedCampaign: async () => ({ facts: newCampaign(campaignId, schedule, false), answers: {} }),
  campaignNow: async () => ({ schedule, amending: false }),
  amendPart: async () => ({ after: null }),
  recordCampaignEvent: async () => undefined,
  campaignEventsAfter: async () => [],
  fanOutPart: async ({ after }) =>
    after === null
      ? { after: 'application-2', total: 3, moved: 2, refused: 0 }
      : { after: null, total: 3, moved: 2, refused: 1 },
  writeStatistics: async () => undefined,
};

/** The acts of people, and when. */
const acts: readonly (readonly [CampaignEvent, Instant, CampaignData])[] = [
  ['announce', instantOf('2024-07-16T09:00'), { errors: 0 }],
  ['hold_meeting', instantOf('2024-09-20T09:00'), meeting],
  ['meeting_signed', signedAt, signature],
  ['file_results', (signature.noticeEnds ?? signedAt) + day, { running: 0 }],
  ['close', (signature.noticeEnds ?? signedAt) + 2 * day, { running: 0, conferred: 2 }],
];

/** Plays a campaign in the engine and returns its history. */
export async function recordCampaignHistory(environment: TestWorkflowEnvironment): Promise<RecordedHistory[]> {
  const client = new Client({ connection: environment.connection });
  const clockOffset = instantOf('2024-07-16T08:00') - (await environment.currentTimeMs());
  const input = { facts: newCampaign(campaignId, schedule, false), clockOffset };
  const memo = { title: policy.title, committee: policy.committee, portalUrl: 'http://127.0.0.1' };
  const handle = await client.workflow.start(campaignWorkflow, campaignStartOptions(input, memo));
  const running = client.workflow.getHandle(handle.workflowId);
  for (const [event, at, data] of acts) {
    const left = at - clockOffset - (await environment.currentTimeMs());
    if (left > 0) await environment.sleep(left);
    await running.signal(policyChanged);
    await running.executeUpdate<unknown, [CampaignAct, number]>(event, {
      args: [actOf(event, at, data), notLooked],
      updateId: event,
    });
  }
  await environment.sleep(hour);
  return await runsOf(client, 'campaign', campaignWorkflowIdOf(campaignId), handle.firstExecutionRunId);
}

function actOf(event: CampaignEvent, receivedAt: Instant, data: CampaignData): CampaignAct {
  const role = event === 'meeting_signed' ? 'chair' : 'office';
  const actor = { role, personId: role, scope: campaignId } as const;
  const says = findCampaignLaw('concluding', event)?.guards.includes('free_text_given');
  const freeText = says ? 'a'.repeat(64) : null;
  return { key: event, event, actor, receivedAt, expectedSeq: null, data, freeTextHash: freeText, schedule };
}
