import type { Environment } from '../../config/environment.js';
import type { Published } from '../deps.js';

/** What is open to everybody: in the demo all, elsewhere what the environment opens. */
export function publishedOf({ docs, metricsToken }: Environment, isDemo: boolean): Published {
  const withoutToken = isDemo ? 'everybody' : 'nobody';
  return { docs: docs ?? isDemo, metrics: metricsToken === undefined ? withoutToken : { token: metricsToken } };
}
