import type { Log } from '../config/log.js';
import type { Database } from '../records/database.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { Engine } from './engine.js';

/** What a process needs to have the engine do something: the API and the sweeper alike. */
export interface EngineDeps {
  readonly db: Database;
  readonly engine: Engine;
  /** Campaign time. */
  readonly clock: () => Instant | Promise<Instant>;
  /** Campaign time minus engine time in ms; 0 outside rehearsals and tests. */
  readonly clockOffset: number;
  readonly logger: Log;
}
