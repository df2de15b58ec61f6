import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Instant } from '../../../rules/calendar/instant.js';

/**
 * Campaign time over the engine's skipping clock. While people act, the engine's clock runs like any other, so it is
 * asked only after each jump and carried on from there.
 */
export class CampaignClock {
  #engine = 0;
  #read = 0;

  private constructor(
    private readonly environment: TestWorkflowEnvironment,
    /** Campaign time minus engine time, in ms. */
    readonly offset: number,
  ) {}

  /** A clock that stands at `begin` now. */
  static async startingAt(begin: Instant, environment: TestWorkflowEnvironment): Promise<CampaignClock> {
    const clock = new CampaignClock(environment, begin - (await environment.currentTimeMs()));
    await clock.#ask();
    return clock;
  }

  now(): Instant {
    return Math.floor(this.#engine + performance.now() - this.#read) + this.offset;
  }

  /** Jumps to an instant; timers on the way fire. One that has passed is no jump. */
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
