import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { condition } from '@temporalio/workflow';
import { refuse } from '../../rules/refusal.js';
import { refused } from '../refused.js';

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

  /** Runs a step to its end: it is parked when its retries are used up, and run again once an operator releases it. */
  async finish<T>(step: string, description: string, run: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof ActivityFailure || error instanceof ApplicationFailure)) throw error;
        this.park(step, description);
        await condition(() => !this.steps.has(step));
      }
    }
  }
}
