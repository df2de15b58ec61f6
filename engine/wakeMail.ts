import type { EngineDeps } from './deps.js';

/** Wakes the mail for letters just written. Does not fail: they wait in the outbox, and the sweeper wakes it again. */
export function wakeMail({ engine, logger }: Pick<EngineDeps, 'engine' | 'logger'>): void {
  engine
    .wakeMailWorkflow()
    .catch((error: unknown) => logger.warn({ error: (error as Error).name }, 'mail workflow not reached'));
}
