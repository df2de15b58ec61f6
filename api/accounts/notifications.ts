import { Router } from 'express';
import { z } from 'zod';
import { letterFacts } from '../../activities/letterFacts.js';
import { renderLetter } from '../../documents/mail/renderLetter.js';
import type { Database } from '../../records/database.js';
import { letterSources } from '../../records/letterSources.js';
import { lettersTo, type Mailbox, markRead, unreadOf } from '../../records/notifications.js';
import type { WaitingLetter } from '../../records/outbox.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { letterWords } from '../../rules/letterWords.js';
import type { Deps } from '../deps.js';
import { sendFresh } from '../fresh.js';
import { type Caller, callerOf } from './caller.js';

/** A place in the outbox, a 64-bit number. */
const place = z.string().regex(/^\d{1,18}$/, '应为通知的编号。');
const beyondAll = '9'.repeat(18);

export const NotificationsQuery = z.strictObject({
  cursor: place.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export const ReadUpTo = z.strictObject({ upTo: place });

/** The letters addressed to the caller in any of their roles, as the mail tells them, and how far they have read. */
export function notificationRoutes({ db, clock, publicUrl }: Pick<Deps, 'db' | 'clock' | 'publicUrl'>): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const caller = callerOf(response);
    const { cursor = beyondAll, limit } = NotificationsQuery.parse(request.query);
    const mailboxes = mailboxesOf(caller);
    const [letters, { upTo, unread }] = await Promise.all([
      lettersTo(db, { mailboxes, before: cursor, limit: limit + 1 }),
      unreadOf(db, caller.personId, mailboxes),
    ]);
    const shown = letters.slice(0, limit);
    const items = await told(db, shown, publicUrl, BigInt(upTo));
    sendFresh(request, response, { items, unread, next: letters.length > limit ? (shown.at(-1)?.id ?? null) : null });
  });

  router.post('/read', async (request, response) => {
    const caller = callerOf(response);
    const { upTo } = ReadUpTo.parse(request.body);
    await markRead(db, { personId: caller.personId, upTo, at: await clock() });
    response.json({ unread: (await unreadOf(db, caller.personId, mailboxesOf(caller))).unread });
  });
  return router;
}

/** Whose letters the caller gets: their own as a candidate, and those of each role they hold. */
function mailboxesOf({ personId, bindings }: Caller): Mailbox[] {
  return bindings.map(({ role, scope }) => ({ role, scope: role === 'applicant' ? personId : scope }));
}

async function told(db: Database, letters: readonly WaitingLetter[], portal: string, upTo: bigint) {
  const ids = letters.map(({ id }) => id);
  const sources = await letterSources(db, ids);
  return letters.flatMap((letter) => {
    const source = sources.get(letter.id);
    if (!source) return [];
    const facts = letterFacts(letter, source, portal);
    const { subject, text } = renderLetter(facts);
    const { id, applicationId, kind, role } = letter;
    return [
      {
        ...{ id, at: isoInBeijing(facts.at), kind, kindWords: letterWords[kind], role, subject, text, applicationId },
        read: BigInt(id) <= upTo,
      },
    ];
  });
}
