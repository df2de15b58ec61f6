import { makeContinueAsNewFunc, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { PauseActivities, PauseStepInput } from '../../activities/pauseActivities.js';
import { isSuperseded, onCurrentVersion } from '../continueAs.js';
import { isNotGenuine, isObject, refuseNotGenuine } from '../genuine.js';

/** Applications by id: after one, up to and including another. */
interface Lane {
  readonly after: string | null;
  readonly upTo: string | null;
}

/** What it starts with. A new run goes on where the lanes of the one before ended. */
export interface PauseInput extends PauseStepInput {
  readonly lanes?: readonly Lane[];
}

export const campaignPauseWorkflow = 'campaignPause';

/** The workflow id of a step of a pause: derived from the pause, so that it is carried out once. */
export function pauseWorkflowIdOf({ pauseId, ending }: Pick<PauseInput, 'pauseId' | 'ending'>): string {
  return `${ending ? 'pause-end' : 'pause'}-${pauseId}`;
}

/** Ids are random: half of them lie on each side. Two parts side by side keep database and worker busy. */
const middle = '80000000-0000-0000-0000-000000000000';
const whole: readonly Lane[] = [
  { after: null, upTo: middle },
  { after: middle, upTo: null },
];
/** Parts of a lane in one run. */
const partsOfRun = 100;

// It can wait: what fails is tried again without a limit. After 15 s without a heartbeat its worker is taken for dead.
const { pausePart, finishPauseStep } = proxyActivities<PauseActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15 s',
  retry: { initialInterval: '500 ms', backoffCoefficient: 2, maximumInterval: '10 s' },
});

/** Carries a pause of a campaign, or its end, to every application on which it is registered. */
export async function campaignPause(input: PauseInput): Promise<void> {
  if (!isInput(input)) refuseNotGenuine('start');
  const { pauseId, ending, clockOffset, lanes = whole } = input;
  try {
    const ends = await Promise.all(lanes.map((lane) => goThrough({ pauseId, ending, clockOffset }, lane)));
    const left = ends.flatMap((lane) => lane ?? []);
    if (left.length === 0) {
      const summary = ending ? '确认期限均已恢复' : '确认期限均已中止';
      return await finishPauseStep.executeWithOptions({ summary }, [{ pauseId, ending, clockOffset }]);
    }
    const options = isSuperseded() ? onCurrentVersion : {};
    return await makeContinueAsNewFunc<typeof campaignPause>(options)({ pauseId, ending, clockOffset, lanes: left });
  } catch (error) {
    if (isNotGenuine(error)) refuseNotGenuine('start');
    throw error;
  }
}

/** The next parts of a lane. Returns what is left of it, null when nothing is. */
async function goThrough(step: PauseStepInput, { after: from, upTo }: Lane): Promise<Lane | null> {
  const summary = step.ending ? '恢复期限' : '中止期限';
  let after = from;
  for (let part = 0; part < partsOfRun && !isSuperseded(); part += 1) {
    const done = await pausePart.executeWithOptions({ summary }, [{ ...step, after, upTo }]);
    if (done.after === null) return null;
    after = done.after;
  }
  return { after, upTo };
}

function isInput(input: unknown): input is PauseInput {
  if (!isObject(input) || typeof input.pauseId !== 'string' || typeof input.ending !== 'boolean') return false;
  const { pauseId, ending, clockOffset, lanes } = input;
  const lanesRead =
    lanes === undefined || (Array.isArray(lanes) && lanes.length <= whole.length && lanes.every(isLane));
  return (
    Number.isFinite(clockOffset) && lanesRead && workflowInfo().workflowId === pauseWorkflowIdOf({ pauseId, ending })
  );
}

function isLane(lane: unknown): boolean {
  const isId = (id: unknown) => id === null || (typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id));
  return isObject(lane) && isId(lane.after) && isId(lane.upTo);
}
