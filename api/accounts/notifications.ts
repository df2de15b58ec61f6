import { z } from 'zod';
import { renderLetters } from '../../activities/renderLetters.js';
import type { Database } from '../../records/database.js';
import { lettersTo, type Mailbox, markRead, unreadOf } from '../../records/mail/notifications.js';
import type { WaitingLetter } from '../../records/mail/outbox.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { allLetterLabels, personalRoles } from '../../rules/notifications/notificationKinds.js';
import { type Language, languages } from '../../rules/people/membership.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { NotificationsAnswer, UnreadAnswer } from './answers.js';
import type { Caller } from './caller.js';

/** A place in the outbox, a 64-bit number. */
const place = z
  .string()
  .regex(/^\d{1,18}$/, bilingualMessage('应为通知的编号。', 'It has to be the number of a notification.'));
const beyondAll = '9'.repeat(18);

const tag = '账户';

/** The letters to the caller in any of their roles, with the text of the mail, and how far they have read. */
export const notificationRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/me/notifications',
    tag,
    summary: '发给我的通知，与邮件同文，最新的在前',
    roles: 'signed in',
    query: z.strictObject({
      cursor: place.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(20),
      language: z.enum(languages).default('zh').describe('信的语言；英文的后面附中文原文'),
    }),
    answers: { 200: NotificationsAnswer, 304: null },
    handle: async ({ caller, query: { cursor = beyondAll, limit, language } }, { db, publicUrl }) => {
      const mailboxes = mailboxesOf(caller);
      const [letters, { upTo, unread }] = await Promise.all([
        lettersTo(db, { mailboxes, before: cursor, limit: limit + 1 }),
        unreadOf(db, caller.personId, mailboxes),
      ]);
      const page = letters.slice(0, limit);
      const items = await letterViews(db, page, { portal: publicUrl, upTo: BigInt(upTo), language });
      return { items, unread, next: letters.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/me/notifications/read',
    tag,
    summary: '到这一份为止都已读',
    roles: 'signed in',
    body: z.strictObject({ upTo: place }),
    answers: { 200: UnreadAnswer },
    handle: async ({ caller, body }, { db, clock }) => {
      await markRead(db, { personId: caller.personId, upTo: body.upTo, at: await clock() });
      return { unread: (await unreadOf(db, caller.personId, mailboxesOf(caller))).unread };
    },
  }),
];

/** The mailboxes of the caller: their own as a candidate, an expert and so on, and one for each role they hold. */
function mailboxesOf({ personId, bindings }: Caller): Mailbox[] {
  const own = personalRoles.map((role) => ({ role, scope: personId }));
  return [...own, ...bindings.filter(({ role }) => role !== 'applicant').map(({ role, scope }) => ({ role, scope }))];
}

/** Letters with their texts in a language, as people read them; those after `upTo` are unread. */
export async function letterViews(
  db: Database,
  letters: readonly WaitingLetter[],
  { portal, upTo, language }: { readonly portal: string; readonly upTo: bigint; readonly language: Language },
) {
  const written = await renderLetters(db, letters, portal);
  return letters.flatMap((letter) => {
    const one = written.get(letter.id);
    if (!one) return [];
    const { at, path, write } = one;
    const { subject, text } = write(language);
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
