import type { Instant } from '../../rules/calendar/instant.js';
import type { CoveredArea } from '../../rules/dossier/covered.js';
import type { Database } from '../database.js';
import type { DocumentMask } from '../generated/client.js';
import { instantFrom, stored } from '../timestamps.js';

/** What of a document is covered, and the copy of it without that; the copy lies beside the document, under the same key. */
export interface Mask {
  readonly documentId: string;
  readonly areas: readonly CoveredArea[];
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly maskedBy: string;
  readonly maskedAt: Instant;
}

/** The masks of those of these documents that have one, by document. */
export async function masksOf(database: Database, documentIds: readonly string[]): Promise<ReadonlyMap<string, Mask>> {
  const rows = await database.documentMask.findMany({ where: { documentId: { in: [...documentIds] } } });
  return new Map(rows.map((row) => [row.documentId, maskOf(row)]));
}

/** Covers parts of a document, in place of those that were covered before. */
export async function saveMask(database: Database, { documentId, areas, maskedAt, ...mask }: Mask): Promise<void> {
  const data = { ...mask, areas: areas.map((area) => ({ ...area })), maskedAt: stored(maskedAt) };
  await database.documentMask.upsert({ where: { documentId }, create: { documentId, ...data }, update: data });
}

/** Uncovers a document. False: nothing of it was covered. */
export async function removeMask(database: Database, documentId: string): Promise<boolean> {
  return (await database.documentMask.deleteMany({ where: { documentId } })).count === 1;
}

function maskOf({ areas, maskedAt, ...row }: DocumentMask): Mask {
  return { ...row, areas: areas as unknown as readonly CoveredArea[], maskedAt: instantFrom(maskedAt) };
}
