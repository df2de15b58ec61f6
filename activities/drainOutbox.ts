import { Context } from '@temporalio/activity';
import type { Database } from '../records/database.js';
import { claimLetters, nextLetterAt } from '../records/mail/claimLetters.js';
import type { WaitingLetter } from '../records/mail/outbox.js';
import { type DeliveryOptions, deliver } from './deliver.js';
import type { MailActivities } from './mailActivities.js';
import { renderLetters } from './renderLetters.js';

/** The activity ends after a minute, so that a repetition never repeats much. */
const longest = 60_000;
/** How long a claimed letter is hidden from other workers: longer than a slow server takes for a batch. */
const lease = 30_000;
const batch = 20;

export interface DrainOptions extends DeliveryOptions {
  readonly database: Database;
  /** The portal's address. */
  readonly portal: string;
}

/** Sends every letter that is due in the outbox, each at least once. */
export async function drainOutbox(options: DrainOptions): ReturnType<MailActivities['drainOutbox']> {
  const { database } = options;
  const context = Context.current();
  const startedAt = Date.now();
  const elapsed = () => Date.now() - startedAt;
  // The engine's clock, by which the workflow waits: a rehearsal may play another year.
  const now = () => context.info.currentAttemptScheduledTimestampMs + elapsed();
  while (elapsed() < longest && !context.cancellationSignal.aborted) {
    const claimed = await claimLetters(database, { now: now(), leaseUntil: now() + lease, limit: batch });
    if (claimed.length === 0) break;
    context.heartbeat();
    await deliverAll(claimed, options, now);
  }
  return { nextAttemptAt: await nextLetterAt(database) };
}

async function deliverAll(claimed: readonly WaitingLetter[], options: DrainOptions, now: () => number): Promise<void> {
  const rendered = await renderLetters(options.database, claimed, options.portal);
  const deliveries = await Promise.allSettled(
    claimed.map((waiting) => {
      const letter = rendered.get(waiting.id);
      return deliver(waiting, letter ?? null, options, now);
    }),
  );
  const failed = deliveries.find((delivery) => delivery.status === 'rejected');
  if (failed) throw failed.reason;
}
