import { type CalendarFile, calendarFiles } from '../documents/mail/calendarFile.js';
import type { RenderedLetter } from '../documents/mail/frameLetter.js';
import { pathOf, renderNotification } from '../documents/mail/notifications/renderNotification.js';
import { renderLetter } from '../documents/mail/renderLetter.js';
import { shortLetter, shortNotification } from '../documents/mail/shortNotice.js';
import type { Database } from '../records/database.js';
import { letterSources } from '../records/mail/letterSources.js';
import { notificationSources } from '../records/mail/notificationSources.js';
import type { ApplicationLetter, NotificationLetter, WaitingLetter } from '../records/mail/outbox.js';
import type { Instant } from '../rules/calendar/instant.js';
import { notificationEntries } from '../rules/notifications/calendarEntries.js';
import type { InvitationView } from '../rules/notifications/notificationKinds.js';
import { isUrgent } from '../rules/notifications/urgentLetters.js';
import type { Language } from '../rules/people/membership.js';
import { letterDates } from './letterDates.js';
import { letterFacts } from './letterFacts.js';
import type { ShortMessage } from './sms/sms.js';

/** A letter ready to be rendered. */
export interface RenderedMail {
  /** Every recipient once. */
  readonly addresses: readonly string[];
  /** Those of them who get their letters in English. */
  readonly english: readonly string[];
  readonly phones: readonly string[];
  readonly at: Instant;
  /** The page of the portal it leads to. */
  readonly path: string;
  readonly write: (language?: Language) => RenderedLetter;
  /** Its deadlines and appointments for the reader's calendar. */
  readonly dates: (language: Language) => readonly CalendarFile[];
  /** The short message for those who are reached by telephone. */
  readonly short: () => Omit<ShortMessage, 'phone'>;
}

/** These letters by their outbox id; one whose source is gone is left out. `portal`: the portal's address. */
export async function renderLetters(
  database: Database,
  letters: readonly WaitingLetter[],
  portal: string,
): Promise<ReadonlyMap<string, RenderedMail>> {
  const about = letters.filter((letter): letter is ApplicationLetter => letter.applicationId !== null);
  const others = letters.filter((letter): letter is NotificationLetter => letter.applicationId === null);
  const [sources, notifications] = await Promise.all([
    letterSources(
      database,
      about.map(({ id }) => id),
    ),
    notificationSources(
      database,
      others.map(({ id }) => id),
    ),
  ]);
  return new Map([
    ...about.flatMap((letter): [string, RenderedMail][] => {
      const source = sources.get(letter.id);
      if (!source) return [];
      const facts = letterFacts(letter, source, portal);
      const path = `/applications/${letter.applicationId}`;
      const write = (language?: Language) => renderLetter(facts, language);
      const dates = (language: Language) => letterDates(letter, source, facts, language);
      const { addresses, english } = source;
      const phones = phonesFor(letter, source);
      return [
        [
          letter.id,
          { addresses, english, phones, at: facts.at, path, write, dates, short: () => noticeOf(shortLetter(facts)) },
        ],
      ];
    }),
    ...others.flatMap((letter): [string, RenderedMail][] => {
      const source = notifications.get(letter.id);
      if (!source) return [];
      const { kind, role: to, detail } = letter;
      const facts = { ...source, kind, to, detail };
      const write = (language?: Language) => renderNotification(facts, portal, language);
      const owner = { reference: source.policy?.title ?? '', sender: source.policy?.committee ?? '' };
      const link = `${portal}${pathOf(facts)}`;
      const dates = (language: Language) =>
        calendarFiles(notificationEntries(detail), { ...owner, link, language }, detail.at);
      const { addresses, english, invitation } = source;
      const phones = phonesFor(letter, source);
      const short = () => (invitation === null ? noticeOf(shortNotification(facts)) : invitationOf(invitation, portal));
      return [[letter.id, { addresses, english, phones, at: detail.at, path: pathOf(facts), write, dates, short }]];
    }),
  ]);
}

/** Who is told by short message: those who chose it, and of what cannot wait whoever has a number. */
function phonesFor(
  { kind, role }: WaitingLetter,
  source: { phones: readonly string[]; everyPhone: readonly string[] },
) {
  return isUrgent(kind, role) ? source.everyPhone : source.phones;
}

/** A letter in short: what it is about, and where to read it. At most 70 characters, which is one message. */
function noticeOf(title: string): Omit<ShortMessage, 'phone'> {
  const short = title.slice(0, 40);
  return { kind: 'notice', values: [short], text: `【职称评审】您有一份新通知：${short}，请登录系统查看。` };
}

function invitationOf({ scopeName, token }: InvitationView, portal: string): Omit<ShortMessage, 'phone'> {
  const unit = scopeName ?? '职称评审系统';
  return {
    kind: 'invitation',
    values: [unit, token],
    text: `【职称评审】${unit}邀请您，请打开 ${portal}/join#${token} 设置密码。`,
  };
}
