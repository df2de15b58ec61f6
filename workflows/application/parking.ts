import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { condition } from '@temporalio/workflow';
import { refuse } from '../../rules/refusal.js';
import { isAheadOfRecord, isNotGenuine, isRecordBroken } from '../genuine.js';
import { refused } from '../refused.js';

/** Between two attempts of a parked step, in ms: doubled each time, up to the longest. */
const firstWait = 30_000;
const longestWait = 10 * 60_000;

/** Why nothing is recorded on an application of which a check has found that its record does not hold. */
const onHold = '记录核验未通过，暂停办理';

/** Steps that ran out of retries wait here until an operator retries or skips them; the application itself never fails. */
export class Parking {
  readonly steps: Map<string, string>;

  constructor(
    private readonly changed: () => void,
    parked: Readonly<Record<string, string>> = {},
  ) {
    this.steps = new Map(Object.entries(parked));
  }

  park(step: string, description: string): void {
    this.steps.set(step, description);
    this.changed();
  }

  release(step: string): void {
    this.steps.delete(step);
    this.changed();
  }

  /** Refuses a repair of a step that is not parked. */
  mustBeParked(step: string): void {
    if (!this.steps.has(step)) {
      throw refused(
        refuse(
          'step_not_parked',
          '运维规则',
          { zh: '没有这个待处理步骤。', en: 'No such step is parked.' },
          { field: 'step' },
        ),
      );
    }
  }

  /**
   * Runs a step to its end. It is parked when its retries are used up, and runs again by itself, at growing intervals, or
   * at once when an operator releases it: what an outage has parked goes on when the outage is over.
   */
  async finish<T>(step: string, description: string, run: () => Promise<T>): Promise<T> {
    for (let wait = firstWait; ; wait = Math.min(2 * wait, longestWait)) {
      try {
        const done = await run();
        if (this.steps.has(step)) this.release(step);
        return done;
      } catch (error) {
        if (isNotGenuine(error) || isAheadOfRecord(error)) throw error;
        if (!(error instanceof ActivityFailure || error instanceof ApplicationFailure)) throw error;
        if (!this.steps.has(step)) this.park(step, isRecordBroken(error) ? `${description}（${onHold}）` : description);
        await condition(() => !this.steps.has(step), wait, { summary: `等待重试：${description}` });
      }
    }
  }
}
