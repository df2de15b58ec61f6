import { Context } from '@temporalio/activity';
import pMap from 'p-map';
import { recordActs } from '../records/acts/recordActs.js';
import type { Database } from '../records/database.js';
import { type Alarm, genuinely } from './alarm.js';
import { mustKeepTime } from './time.js';
import type { Reached, TogetherActivities } from './togetherActivities.js';

export interface TogetherOptions {
  readonly database: Database;
  readonly alarm: Alarm;
  /** As in `ActivityOptions`. */
  readonly clockOffset: number | null;
  readonly wakeMailWorkflow: () => void;
  /** Tells a running application how far its record has come; does nothing when it does not run. */
  readonly tellReached: (reached: Reached) => Promise<void>;
}

/** Signals under way at the same time: the engine has other work to do. */
const concurrency = 4;

/** The effects of acts that are done together. */
export function createTogetherActivities(options: TogetherOptions): TogetherActivities {
  const { database, alarm, clockOffset: kept, wakeMailWorkflow, tellReached } = options;
  return {
    recordTogether: async ({ intakes, clockOffset }) =>
      await genuinely(alarm, 'together', 'together', async () => {
        mustKeepTime(clockOffset, kept);
        const now = Context.current().info.currentAttemptScheduledTimestampMs + clockOffset;
        const { moved, letters } = await recordActs(database, { intakes, now });
        if (letters > 0) wakeMailWorkflow();
        return { moved };
      }),
    tellReached: async ({ moved }) => {
      const tell = async (reached: Reached) => {
        await tellReached(reached);
        Context.current().heartbeat();
      };
      await pMap(moved, tell, { concurrency });
    },
  };
}
