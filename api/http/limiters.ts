import type { Limits } from '../deps.js';
import { perHour, perMinute } from './rateLimit.js';

/** The rate limits of single routes. Each is counted in this process, by the key it is given. */
export function createLimiters(limits: Limits) {
  return {
    signInsFromAddress: perMinute(limits.signInsFromAddress),
    signInsToAccount: perMinute(limits.signInsToAccount),
    passwordChanges: perMinute(limits.signInsToAccount),
    objectionsFromAddress: perHour(limits.objectionsFromAddress),
    lookUpsFromAddress: perMinute(limits.lookUpsFromAddress),
    codesFromAddress: perHour(limits.codesFromAddress),
    shortMessages: perHour(limits.shortMessages),
    unitSearches: perMinute(limits.lookUpsFromAddress),
  };
}
export type Limiters = ReturnType<typeof createLimiters>;

/** Limits a route may set on the address it is called from. */
export type AddressLimit = 'signInsFromAddress' | 'objectionsFromAddress' | 'lookUpsFromAddress' | 'codesFromAddress';
