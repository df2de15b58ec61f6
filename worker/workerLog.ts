import { DefaultLogger, Runtime } from '@temporalio/worker';
import { type Logger, pino } from 'pino';
import { errorWithoutContent } from '../config/errorWithoutContent.js';

/** JSON lines on standard output: ids and codes, never what people wrote. */
export function createWorkerLog(level = 'info'): Logger {
  return pino({
    level,
    base: { part: 'worker' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorWithoutContent },
  });
}

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Sends the Temporal SDK's own messages to the same log. Once in a process, before any worker. */
export function logEngine(log: Logger): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta = {} }) => {
    const { workflowId, activityType, taskQueue, error } = meta;
    log[levels[level]]({ workflowId, activityType, taskQueue, error: nameOf(error) }, message);
  });
  Runtime.install({ logger });
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : undefined;
}
