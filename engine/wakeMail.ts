import type { Deps } from '../api/deps.js';

/** Wakes the mail for letters that were just written. They wait in the database: the sweeper wakes it again if this fails. */
export function wakeMail({ engine, logger }: Pick<Deps, 'engine' | 'logger'>): void {
  engine
    .wakeMailWorkflow()
    .catch((error: unknown) => logger.warn({ error: (error as Error).name }, 'mail workflow not reached'));
}
