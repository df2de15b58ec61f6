import type { Log } from '../config/log.js';
import type { Database } from '../records/database.js';
import { listParkedLetters } from '../records/mail/claimLetters.js';
import { markSent } from '../records/mail/markSent.js';
import { markFailed, markSkipped, type WaitingLetter } from '../records/mail/outbox.js';
import type { Instant } from '../rules/calendar/instant.js';
import { languages } from '../rules/people/membership.js';
import type { Mailer } from './mailer.js';
import type { RenderedMail } from './renderLetters.js';
import type { Sms } from './sms/sms.js';

export interface DeliveryOptions {
  readonly database: Database;
  readonly mailer: Mailer;
  /** Null or absent: nobody is reached by short message. */
  readonly sms?: Sms | null;
  /** Tells the workflow of the letter's application that a step is parked; does nothing when that workflow has ended. */
  readonly parkStep: (parked: { applicationId: string; step: string; description: string }) => Promise<void>;
  readonly log: Log;
  /** A letter that failed this often is parked. Default 8. */
  readonly maxAttempts?: number;
  /** Wait after the first failure, in ms; four times as long after each further one, at most an hour. Default 30 s. */
  readonly firstRetryAfter?: number;
}

const longestWait = 60 * 60 * 1000;

/** Sends one letter and notes the outcome. Never throws because of the letter itself. */
export async function deliver(
  waiting: WaitingLetter,
  letter: Pick<RenderedMail, 'addresses' | 'english' | 'phones' | 'write' | 'dates' | 'short'> | null,
  options: DeliveryOptions,
  now: () => Instant,
): Promise<void> {
  const { database, mailer, sms } = options;
  const to = letter?.addresses ?? [];
  const phones = sms ? (letter?.phones ?? []) : [];
  if (letter === null || to.length + phones.length === 0)
    return await markSkipped(database, { id: waiting.id, why: 'nobody holds this role' });
  const messageId = messageIdOf(waiting);
  try {
    for (const language of languages) {
      const readers = to.filter((address) => letter.english.includes(address) === (language === 'en'));
      if (readers.length === 0) continue;
      await mailer.send({ ...letter.write(language), to: readers, messageId, files: letter.dates(language) });
    }
    for (const phone of phones) await sms?.send({ ...letter.short(), phone });
  } catch (error) {
    return await failed(waiting, codeOf(error), options, now());
  }
  await markSent(database, { id: waiting.id, at: now(), messageId });
}

/** The Message-ID of a letter: the same at every attempt and from every worker. */
export function messageIdOf({ applicationId, key }: Pick<WaitingLetter, 'applicationId' | 'key'>): string {
  return `<${[applicationId ?? [], key]
    .flat()
    .join('.')
    .replace(/[^\w.-]/g, '-')}@pingshen>`;
}

async function failed(
  { id, applicationId, kind, attempts }: WaitingLetter,
  error: string,
  { database, parkStep, log, maxAttempts = 8, firstRetryAfter = 30_000 }: DeliveryOptions,
  now: Instant,
): Promise<void> {
  const parked = attempts >= maxAttempts;
  log.warn({ outboxId: id, applicationId, kind, attempts, error, parked }, 'letter not sent');
  if (parked) {
    // Before the row is marked: when the engine cannot be reached, the letter is due again after its lease and parked then.
    if (applicationId !== null) {
      await parkStep({ applicationId, step: `mail:${id}`, description: `通知邮件未能发出（${error}）` });
    }
    await markFailed(database, { id, error, nextAttemptAt: null });
    await listParkedLetters(database, id);
  } else {
    const wait = Math.min(firstRetryAfter * 4 ** (attempts - 1), longestWait);
    await markFailed(database, { id, error, nextAttemptAt: now + wait });
  }
}

/** The code of an error without the server's message, which repeats addresses. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || (error as Error).name || 'unknown';
}
