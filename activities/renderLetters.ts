import type { RenderedLetter } from '../documents/mail/frameLetter.js';
import { pathOf, renderNotification } from '../documents/mail/notifications/renderNotification.js';
import { renderLetter } from '../documents/mail/renderLetter.js';
import type { Database } from '../records/database.js';
import { letterSources } from '../records/mail/letterSources.js';
import { notificationSources } from '../records/mail/notificationSources.js';
import type { ApplicationLetter, NotificationLetter, WaitingLetter } from '../records/mail/outbox.js';
import type { Instant } from '../rules/calendar/instant.js';
import { letterFacts } from './letterFacts.js';

/** A letter ready to be rendered. */
export interface RenderedMail {
  /** Every recipient once. */
  readonly addresses: readonly string[];
  readonly at: Instant;
  /** The page of the portal it leads to. */
  readonly path: string;
  readonly write: () => RenderedLetter;
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
      return [[letter.id, { addresses: source.addresses, at: facts.at, path, write: () => renderLetter(facts) }]];
    }),
    ...others.flatMap((letter): [string, RenderedMail][] => {
      const source = notifications.get(letter.id);
      if (!source) return [];
      const { kind, role: to, detail } = letter;
      const facts = { ...source, kind, to, detail };
      const write = () => renderNotification(facts, portal);
      return [[letter.id, { addresses: source.addresses, at: detail.at, path: pathOf(facts), write }]];
    }),
  ]);
}
