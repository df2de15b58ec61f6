import type { RenderedLetter } from '../documents/mail/renderLetter.js';
import type { Database } from '../records/database.js';
import { type Claim, type LetterTable, nextWaitingAt, noteWaiting } from '../records/waitingLetters.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { DrainOptions } from './drainOutbox.js';

/** Letters beside those about applications: where they wait, what they say, what became of them. */
export interface LetterQueue<Letter extends QueuedLetter> {
  readonly table: LetterTable;
  readonly claim: (database: Database, claim: Claim) => Promise<readonly Letter[]>;
  readonly render: (letter: Letter & { readonly portal: string }) => RenderedLetter;
  /** The same letter always has the same, whoever sends it and however often. */
  readonly messageIdOf: (letter: Letter) => string;
}
interface QueuedLetter {
  readonly id: string;
  readonly campaignId: string;
  /** This time included. */
  readonly attempts: number;
  readonly addresses: readonly string[];
}

const lease = 30_000;
const batch = 20;
const longestWait = 60 * 60 * 1000;

/** Sends the letters of a queue that are due, at least once each. Answers when the next one is. */
export async function drainQueue<Letter extends QueuedLetter>(
  queue: LetterQueue<Letter>,
  options: DrainOptions,
  now: () => Instant,
): Promise<Instant | null> {
  const { database } = options;
  for (;;) {
    const claimed = await queue.claim(database, { now: now(), leaseUntil: now() + lease, limit: batch });
    if (claimed.length === 0) return await nextWaitingAt(database, queue.table);
    for (const letter of claimed) await send(queue, letter, options, now);
  }
}

async function send<Letter extends QueuedLetter>(
  queue: LetterQueue<Letter>,
  letter: Letter,
  options: DrainOptions,
  now: () => Instant,
): Promise<void> {
  const { database, mailer, portal, log, maxAttempts = 8, firstRetryAfter = 30_000 } = options;
  const { id, campaignId, addresses, attempts } = letter;
  const note = (state: 'sent' | 'skipped' | 'pending' | 'parked', error: string | null, next: Instant | null) =>
    noteWaiting(database, queue.table, { id, state, at: now(), error, nextAttemptAt: next });
  if (addresses.length === 0) return await note('skipped', 'nobody holds this role', null);
  try {
    const messageId = queue.messageIdOf(letter);
    await mailer.send({ ...queue.render({ ...letter, portal }), to: addresses, messageId });
  } catch (error) {
    const parked = attempts >= maxAttempts;
    // The server's words repeat addresses; the code says enough.
    const code = String((error as { code?: unknown }).code ?? (error as Error).name);
    log.warn({ campaignId, letter: id, attempts, error: code, parked }, 'letter of a campaign not sent');
    const wait = Math.min(firstRetryAfter * 4 ** (attempts - 1), longestWait);
    return await note(parked ? 'parked' : 'pending', code, parked ? null : now() + wait);
  }
  await note('sent', null, null);
}
