import type { Level, Policy } from './policy.js';

/** What a candidate of this level pays, in fen (通知 五（四）). */
export function feeOf(level: Level, policy: Pick<Policy, 'fees'>): number {
  return policy.fees.value[level];
}
