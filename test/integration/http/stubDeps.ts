import { pino } from 'pino';
import { type Deps, defaultLimits } from '../../../api/deps.js';
import { Arrivals } from '../../../api/http/arrivals.js';
import { createMetrics } from '../../../api/http/metrics.js';

const absent = () => Promise.reject(new Error('not there'));

/** Dependencies of an app that reaches neither database nor engine. */
export function stubDeps(): Deps {
  return {
    temporalUiUrl: 'http://127.0.0.1:8233',
    portalDir: null,
    published: { docs: true, metrics: 'everybody' },
    publicUrl: 'http://pingshen.test',
    logger: pino({ level: 'silent' }),
    metrics: createMetrics(),
    limits: defaultLimits,
    engine: { ready: absent, queues: absent },
    db: { pool: { query: () => Promise.reject(new Error('not there')) } },
    clock: Date.now,
    arrivals: new Arrivals(),
  } as unknown as Deps;
}
