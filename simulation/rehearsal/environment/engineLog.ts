import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

/** Expected warnings about the time-skipping server, and about a worker that runs mail activities only. */
const expected = ['activity_failure_include_heartbeat', 'No workflows registered'];
const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/**
 * Sends the engine's messages to this log instead of the terminal, and leaves signals to this process. Call it once,
 * before any worker starts.
 */
export function reportEngineTo(log: Logger): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    if (expected.some((freeText) => message.includes(freeText))) return;
    log[levels[level]]({ workflowId: meta?.workflowId, error: String(meta?.error ?? '') }, message);
  });
  const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
  // On a signal, acts under way finish first; a worker that stopped at once would leave them hanging.
  Runtime.install({ logger, shutdownSignals: [], telemetryOptions: { logging: { forward: {}, filter } } });
}
