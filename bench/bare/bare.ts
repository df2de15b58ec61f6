import { randomUUID } from 'node:crypto';
import { tenActs } from '../../simulation/hurried/campaign.js';
import type { SystemUnderTest } from '../compare/systemUnderTest.js';
import { openBareEngine } from './bareEngine.js';
import { type BareAct, type BareAnswer, type BareInput, bareTaskQueue } from './bareMessages.js';

/** The bare engine: the same ten acts as Updates with one projection each; no HTTP, no sessions, no rules. */
function bareContender(name: string, timers: BareInput['timers']): SystemUnderTest {
  return {
    name,
    effort: 1,
    async open() {
      const { client, conditions, processes, close } = await openBareEngine();
      return {
        conditions,
        processes,
        close,
        async begin() {
          const id = randomUUID();
          const input: BareInput = { id, acts: tenActs, timers };
          const options = { workflowId: `bare-${id}`, taskQueue: bareTaskQueue, args: [input] as [BareInput] };
          const handle = await client.workflow.start('bare', options);
          return async (event) => {
            const key = randomUUID();
            const args = [{ key, at: Date.now() }] as [BareAct];
            await handle.executeUpdate<BareAnswer, [BareAct]>(event, { args, updateId: key });
          };
        },
      };
    },
  };
}

export const bareTimerEach = bareContender('bare engine, a timer for each wait', 'each');
export const bareTimerOne = bareContender('bare engine, one lazy timer', 'one');
