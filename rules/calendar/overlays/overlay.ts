import type { LocalDate } from '../instant.js';

/** One festival of a region as the days off it gives, weekends included where the notice lists them. */
interface Festival {
  readonly name: string;
  readonly days: readonly LocalDate[];
}

/**
 * A year's festivals of a region. `official`: read in the region's holiday notice; `provisional`: derived, to be
 * replaced when the notice is at hand. An overlay only ever adds holidays, so it never shortens a period.
 */
export interface Overlay {
  /** Names the content, `xj-2025.1`: raise the last number whenever a day changes. */
  readonly version: string;
  readonly status: 'official' | 'provisional';
  readonly source: string;
  readonly festivals: readonly Festival[];
}
