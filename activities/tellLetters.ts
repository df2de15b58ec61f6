import type { RenderedLetter } from '../documents/mail/frameLetter.js';
import { pathOf, renderMatter } from '../documents/mail/matters/renderMatter.js';
import { renderLetter } from '../documents/mail/renderLetter.js';
import type { Database } from '../records/database.js';
import { letterSources } from '../records/mail/letterSources.js';
import { matterSources } from '../records/mail/matterSources.js';
import type { ApplicationLetter, MatterLetter, WaitingLetter } from '../records/mail/outbox.js';
import type { Instant } from '../rules/calendar/instant.js';
import { letterFacts } from './letterFacts.js';

/** A letter with everything it says. */
export interface ToldLetter {
  /** Everybody it goes to, each once. */
  readonly addresses: readonly string[];
  readonly at: Instant;
  /** The page of the portal it leads to. */
  readonly path: string;
  readonly write: () => RenderedLetter;
}

/** What these letters say and to whom, by their place in the outbox. `portal`: where people see the system. */
export async function tellLetters(
  database: Database,
  letters: readonly WaitingLetter[],
  portal: string,
): Promise<ReadonlyMap<string, ToldLetter>> {
  const about = letters.filter((letter): letter is ApplicationLetter => letter.applicationId !== null);
  const others = letters.filter((letter): letter is MatterLetter => letter.applicationId === null);
  const [sources, matters] = await Promise.all([
    letterSources(
      database,
      about.map(({ id }) => id),
    ),
    matterSources(
      database,
      others.map(({ id }) => id),
    ),
  ]);
  return new Map([
    ...about.flatMap((letter): [string, ToldLetter][] => {
      const source = sources.get(letter.id);
      if (!source) return [];
      const facts = letterFacts(letter, source, portal);
      const path = `/applications/${letter.applicationId}`;
      return [[letter.id, { addresses: source.addresses, at: facts.at, path, write: () => renderLetter(facts) }]];
    }),
    ...others.flatMap((letter): [string, ToldLetter][] => {
      const source = matters.get(letter.id);
      if (!source) return [];
      const { kind, role: to, detail } = letter;
      const facts = { ...source, kind, to, detail };
      const write = () => renderMatter(facts, portal);
      return [[letter.id, { addresses: source.addresses, at: detail.at, path: pathOf(facts), write }]];
    }),
  ]);
}
