import { pino } from 'pino';
import { type Deps, defaultLimits } from '../../../api/deps.js';
import { createMetrics } from '../../../api/http/metrics.js';

/** Dependencies of an app that reaches neither database nor engine. */
export function stubDeps(): Deps {
  return {
    temporalUiUrl: 'http://127.0.0.1:8233',
    portalDir: null,
    publicUrl: 'http://pingshen.test',
    logger: pino({ level: 'silent' }),
    metrics: createMetrics(),
    limits: defaultLimits,
    engine: { ready: () => Promise.reject(new Error('not there')) },
    db: { pool: { query: () => Promise.reject(new Error('not there')) } },
    clock: Date.now,
  } as unknown as Deps;
}
