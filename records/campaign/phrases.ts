import { randomUUID } from 'node:crypto';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/** A sentence the office uses often. */
export interface Phrase {
  readonly id: string;
  readonly text: string;
  /** The clause it rests on. */
  readonly clause: string | null;
  /** How often it was used. */
  readonly used: number;
}

const columns = { id: true, text: true, clause: true, used: true } as const;
/** The longest list that is still useful to read. */
const most = 200;

/** The phrases of a campaign, the most used first. */
export async function phrasesOf(database: Database, campaignId: string): Promise<readonly Phrase[]> {
  const orderBy = [{ used: 'desc' as const }, { id: 'asc' as const }];
  return await database.phrase.findMany({ where: { campaignId }, orderBy, take: most, select: columns });
}

/** Counts a use of a phrase, adding it if it is new; an existing one keeps its clause unless another is given. */
export async function usePhrase(
  database: Database,
  phrase: {
    readonly campaignId: string;
    readonly text: string;
    readonly clause: string | undefined;
    readonly at: Instant;
  },
): Promise<Phrase> {
  const { campaignId, text, clause, at } = phrase;
  return await database.phrase.upsert({
    where: { campaignId_text: { campaignId, text } },
    create: { id: randomUUID(), campaignId, text, clause: clause ?? null, used: 1, createdAt: stored(at) },
    update: { used: { increment: 1 }, ...(clause === undefined ? {} : { clause }) },
    select: columns,
  });
}

/** Adds phrases with no use yet; existing ones stay unchanged. */
export async function offerPhrases(
  database: Database,
  campaignId: string,
  phrases: readonly Pick<Phrase, 'text' | 'clause'>[],
  at: Instant,
): Promise<void> {
  const rows = phrases.map(({ text, clause }) => ({ campaignId, text, clause, createdAt: stored(at) }));
  const data = rows.map((row) => ({ ...row, id: randomUUID() }));
  await database.phrase.createMany({ data, skipDuplicates: true });
}

/** Removes a phrase. False: there is none of this id. */
export async function removePhrase(database: Database, campaignId: string, id: string): Promise<boolean> {
  return (await database.phrase.deleteMany({ where: { campaignId, id } })).count === 1;
}
