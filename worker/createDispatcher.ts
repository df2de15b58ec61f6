import type { FanOutOptions } from '../activities/fanOut.js';
import type { Log } from '../activities/log.js';
import { dispatch } from '../engine/dispatch.js';
import type { Engine } from '../engine/engine.js';
import type { Database } from '../records/database.js';

/** How a worker hands an act on to an application: as the door does, and with the same care. */
export function createDispatcher({
  database: db,
  engine,
  log,
}: {
  readonly database: Database;
  readonly engine: Engine;
  readonly log: Log;
}): FanOutOptions['dispatch'] {
  const counted = { clockAhead: { inc: () => undefined } };
  return async (application, intake, clockOffset) => {
    const clock = () => Date.now() + clockOffset;
    const outcome = await dispatch(
      { db, engine, clock, clockOffset, logger: log, metrics: counted },
      application,
      intake,
    );
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
