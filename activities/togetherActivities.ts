import type { Instant } from '../rules/calendar/instant.js';

/** How far the record of an application has come, by its short number. */
export interface Reached {
  readonly number: string;
  readonly seq: number;
}

/** Registered acts to be recorded together. */
export interface ActsTogether {
  /** Their intakes, by id. */
  readonly intakes: readonly string[];
  /** Campaign time minus engine time, in ms. */
  readonly clockOffset: Instant;
}

/** Effects of acts that are done together. Each may run more than once, and changes nothing the second time. */
export interface TogetherActivities {
  /**
   * Records registered acts of different applications in one transaction. Returns the applications that have moved on; acts
   * that need their application's own workflow are left registered.
   */
  recordTogether(input: ActsTogether): Promise<{ readonly moved: readonly Reached[] }>;
  /** Tells running applications how far their record has come. */
  tellReached(input: { readonly moved: readonly Reached[] }): Promise<void>;
}
