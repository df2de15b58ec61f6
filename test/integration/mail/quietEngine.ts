import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Has the engine's own messages told only when something is wrong. Once in a test file, before any worker. */
export function quietEngine(): void {
  const logging = { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) };
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging } });
}
