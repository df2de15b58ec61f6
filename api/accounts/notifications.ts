import { Router } from 'express';
import { z } from 'zod';
import { renderLetters } from '../../activities/renderLetters.js';
import type { Database } from '../../records/database.js';
import { lettersTo, type Mailbox, markRead, unreadOf } from '../../records/mail/notifications.js';
import type { WaitingLetter } from '../../records/mail/outbox.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { allLetterLabels, personalRoles } from '../../rules/notifications/notificationKinds.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { sendCacheable } from '../http/cacheable.js';
import { type Caller, callerOf } from './caller.js';

/** A place in the outbox, a 64-bit number. */
const place = z
  .string()
  .regex(/^\d{1,18}$/, bilingualMessage('应为通知的编号。', 'It has to be the number of a notification.'));
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
    const page = letters.slice(0, limit);
    const items = await letterViews(db, page, publicUrl, BigInt(upTo));
    sendCacheable(request, response, {
      items,
      unread,
      next: letters.length > limit ? (page.at(-1)?.id ?? null) : null,
    });
  });

  router.post('/read', async (request, response) => {
    const caller = callerOf(response);
    const { upTo } = ReadUpTo.parse(request.body);
    await markRead(db, { personId: caller.personId, upTo, at: await clock() });
    response.json({ unread: (await unreadOf(db, caller.personId, mailboxesOf(caller))).unread });
  });
  return router;
}

/** Whose letters the caller gets: their own as a candidate, an expert and so on, and those of each role they hold. */
function mailboxesOf({ personId, bindings }: Caller): Mailbox[] {
  const own = personalRoles.map((role) => ({ role, scope: personId }));
  return [...own, ...bindings.filter(({ role }) => role !== 'applicant').map(({ role, scope }) => ({ role, scope }))];
}

async function letterViews(db: Database, letters: readonly WaitingLetter[], portal: string, upTo: bigint) {
  const written = await renderLetters(db, letters, portal);
  return letters.flatMap((letter) => {
    const one = written.get(letter.id);
    if (!one) return [];
    const { at, path, write } = one;
    const { subject, text } = write();
    const { id, applicationId, kind, role } = letter;
    return [
      {
        id,
        at: isoInBeijing(at),
        kind,
        kindLabel: allLetterLabels[kind],
        role,
        subject,
        text,
        applicationId,
        path,
        read: BigInt(id) <= upTo,
      },
    ];
  });
}
