import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignTransition } from '../../rules/campaign/campaignFacts.js';
import type { ActFreeText } from '../application/actFreeText.js';
import type { Database } from '../database.js';
import type { CampaignEvent as Row } from '../generated/client.js';
import { instantFrom } from '../timestamps.js';

/** One recorded event of a campaign with its free text. */
export interface CampaignEntry {
  readonly transition: CampaignTransition;
  readonly recordedAt: Instant;
  readonly prevHash: string;
  readonly hash: string;
  readonly freeText: ActFreeText | null;
  /** The name of the actor; null for the timer and for a person who no longer exists. */
  readonly name: string | null;
}

/** Every event of a campaign, in order. */
export async function campaignTimeline(database: Database, campaignId: string): Promise<readonly CampaignEntry[]> {
  const events = await database.campaignEvent.findMany({ where: { campaignId }, orderBy: { seq: 'asc' } });
  const ids = [...new Set(events.map(({ actorId }) => actorId))];
  const [written, people] = await Promise.all([
    database.campaignIntake.findMany({ where: { campaignId }, select: { key: true, freeText: true } }),
    database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  ]);
  const freeText = new Map(written.map(({ key, freeText }) => [key, freeText as ActFreeText | null]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map((row) => ({
    transition: transitionOf(row),
    recordedAt: instantFrom(row.recordedAt),
    prevHash: row.prevHash,
    hash: row.hash,
    freeText: freeText.get(row.key) ?? null,
    name: names.get(row.actorId) ?? null,
  }));
}

/** The transitions after a seq, in order. */
export async function campaignEventsAfter(
  database: Database,
  { campaignId, seq }: { readonly campaignId: string; readonly seq: number },
): Promise<readonly CampaignTransition[]> {
  const where = { campaignId, seq: { gt: seq } };
  return (await database.campaignEvent.findMany({ where, orderBy: { seq: 'asc' } })).map(transitionOf);
}

/** The transition recorded under a key, or null. */
export async function findCampaignEvent(
  database: Database,
  { campaignId, key }: { readonly campaignId: string; readonly key: string },
): Promise<CampaignTransition | null> {
  const row = await database.campaignEvent.findUnique({ where: { campaignId_key: { campaignId, key } } });
  return row && transitionOf(row);
}

function transitionOf(row: Row): CampaignTransition {
  return {
    seq: row.seq,
    law: row.law,
    key: row.key,
    event: row.event,
    actor: { role: row.actorRole, personId: row.actorId, scope: row.actorScope },
    at: instantFrom(row.at),
    from: row.from,
    to: row.to,
    data: row.data,
    freeTextHash: row.freeTextHash,
    changes: row.changes,
  } as unknown as CampaignTransition;
}
