import type { Deps } from '../deps.js';
import { perHour, perMinute } from './rateLimit.js';

/** The rate limits of single routes. This process counts its share of each, by the key it is given. */
export function createLimiters({ limits, share }: Pick<Deps, 'limits' | 'share'>) {
  return {
    signInsFromAddress: perMinute(limits.signInsFromAddress, share),
    signInsToAccount: perMinute(limits.signInsToAccount, share),
    passwordChanges: perMinute(limits.signInsToAccount, share),
    objectionsFromAddress: perHour(limits.objectionsFromAddress, share),
    lookUpsFromAddress: perMinute(limits.lookUpsFromAddress, share),
    codesFromAddress: perHour(limits.codesFromAddress, share),
    shortMessages: perHour(limits.shortMessages, share),
    unitSearches: perMinute(limits.lookUpsFromAddress, share),
  };
}
export type Limiters = ReturnType<typeof createLimiters>;

/** Limits a route may set on the address it is called from. */
export type AddressLimit = 'signInsFromAddress' | 'objectionsFromAddress' | 'lookUpsFromAddress' | 'codesFromAddress';
