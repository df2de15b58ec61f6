import type { Deps } from '../../api/deps.js';
import { type Sweeper, type SweeperOptions, startSweeper } from '../../worker/sweeper.js';

/** A sweeper over the database, engine and clock of a test's API, as a worker process has one. */
export function startTestSweeper(deps: Deps, options: SweeperOptions): Sweeper {
  return startSweeper({ ...deps, metrics: { ...deps.metrics, swept: { inc: () => undefined } } }, options);
}
