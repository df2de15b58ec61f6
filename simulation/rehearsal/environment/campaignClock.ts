import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Instant } from '../../../rules/calendar/instant.js';

/**
 * Campaign time, derived from the time-skipping server's clock. Between jumps that clock runs like any other, so it is
 * read after each jump only.
 */
export class CampaignClock {
  #engine = 0;
  #read = 0;

  private constructor(
    private readonly environment: TestWorkflowEnvironment,
    /** Campaign time minus engine time, in ms. */
    readonly offset: number,
  ) {}

  /** Creates a clock that shows `begin` now. */
  static async startingAt(begin: Instant, environment: TestWorkflowEnvironment): Promise<CampaignClock> {
    const clock = new CampaignClock(environment, begin - (await environment.currentTimeMs()));
    await clock.#ask();
    return clock;
  }

  now(): Instant {
    return Math.floor(this.#engine + performance.now() - this.#read) + this.offset;
  }

  /** Jumps to an instant, firing the timers on the way. Does nothing when the instant has passed. */
  async advanceTo(instant: Instant): Promise<void> {
    const wait = instant - this.now();
    if (wait > 0) await this.environment.sleep(wait);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    this.#engine = await this.environment.currentTimeMs();
    this.#read = performance.now();
  }
}
