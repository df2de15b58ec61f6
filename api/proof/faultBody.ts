import { type Fault, faultLabels } from '../../records/proof/fault.js';

/** What does not hold, in words. */
export function faultBody({ what, at }: Fault) {
  return { what, at, ...faultLabels[what] };
}
