import type { FanOutOptions } from '../activities/fanOut.js';
import type { Log } from '../activities/log.js';
import type { Engine } from '../engine/engine.js';
import { handOn } from '../engine/handOn.js';
import type { Database } from '../records/database.js';

/** How a worker hands an act on to an application: as the door does, and with the same care. */
export function handOnFrom({
  database: db,
  engine,
  log,
}: {
  readonly database: Database;
  readonly engine: Engine;
  readonly log: Log;
}): FanOutOptions['handOn'] {
  const counted = { clockAhead: { inc: () => undefined } };
  return async (application, intake, clockOffset) => {
    const clock = () => Date.now() + clockOffset;
    const outcome = await handOn(
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
