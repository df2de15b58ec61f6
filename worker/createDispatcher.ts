import type { FanOutOptions } from '../activities/fanOut.js';
import { type DispatchDeps, dispatch } from '../engine/dispatch.js';

/** How a worker sends a registered act to its application: as the API does, with campaign time by the offset given. */
export function createDispatcher(deps: Omit<DispatchDeps, 'clock' | 'clockOffset'>): FanOutOptions['dispatch'] {
  return async (application, intake, clockOffset) => {
    const clock = () => Date.now() + clockOffset;
    const outcome = await dispatch({ ...deps, clock, clockOffset }, application, intake);
    switch (outcome.kind) {
      case 'answered':
        return 'moved';
      case 'refused':
        return 'refused';
      case 'slow':
      case 'gone':
        return 'unknown';
    }
  };
}
