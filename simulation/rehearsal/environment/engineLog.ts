import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

/** What the engine says of the time-skipping server and of a worker that has mail to do and nothing else. */
const expected = ['activity_failure_include_heartbeat', 'No workflows registered'];
const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Has the engine tell this log and not the terminal, and leave signals to us. Once in a process, before any worker. */
export function reportEngineTo(log: Logger): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    if (expected.some((freeText) => message.includes(freeText))) return;
    log[levels[level]]({ workflowId: meta?.workflowId, error: String(meta?.error ?? '') }, message);
  });
  const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
  // On a signal the acts under way are finished first; a worker that stopped at once would leave them hanging.
  Runtime.install({ logger, shutdownSignals: [], telemetryOptions: { logging: { forward: {}, filter } } });
}
