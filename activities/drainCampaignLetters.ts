import { renderCampaignLetter } from '../documents/mail/campaignLetter.js';
import {
  type CampaignLetter,
  claimCampaignLetters,
  nextCampaignLetterAt,
  noteCampaignLetter,
} from '../records/campaignLetters.js';
import type { Instant } from '../rules/instant.js';
import type { DrainOptions } from './drainOutbox.js';

const lease = 30_000;
const batch = 20;
const longestWait = 60 * 60 * 1000;

/** Sends letters about campaigns that are due, at least once each. Answers when the next one is. */
export async function drainCampaignLetters(options: DrainOptions, now: () => Instant): Promise<Instant | null> {
  const { database } = options;
  for (;;) {
    const claimed = await claimCampaignLetters(database, { now: now(), leaseUntil: now() + lease, limit: batch });
    if (claimed.length === 0) return await nextCampaignLetterAt(database);
    for (const letter of claimed) await send(letter, options, now);
  }
}

async function send(letter: CampaignLetter, options: DrainOptions, now: () => Instant): Promise<void> {
  const { database, mailer, portal, log, maxAttempts = 8, firstRetryAfter = 30_000 } = options;
  const { id, campaignId, seq, role, addresses, attempts } = letter;
  const note = (state: 'sent' | 'skipped' | 'pending' | 'parked', error: string | null, next: Instant | null) =>
    noteCampaignLetter(database, { id, state, at: now(), error, nextAttemptAt: next });
  if (addresses.length === 0) return await note('skipped', 'nobody holds this role', null);
  try {
    const messageId = `<campaign-${campaignId}.${seq}.${role}.${id}@pingshen>`;
    await mailer.send({ ...renderCampaignLetter({ ...letter, portal }), to: addresses, messageId });
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
