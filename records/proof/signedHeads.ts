import { createHash } from 'node:crypto';
import type { Signature } from '../../config/signingKeys.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import { asJson } from '../application/projection.js';
import type { Database } from '../database.js';

/** Where a chain ends: its kind, id, last seq and the hash of it. */
export type Head = readonly [kind: string, id: string, seq: number, hash: string];

/**
 * The heads of all chains at one instant. A line names those that moved since the line before; the root is over all of
 * them, and each line over the hash of the one before.
 */
export interface SignedHeads {
  readonly format: 'pingshen-heads/1';
  readonly ordinal: number;
  readonly at: Instant;
  /** `daily`, `start`, or a campaign with the seq of its event. */
  readonly reason: string;
  /** How many chains there are. */
  readonly heads: number;
  readonly root: string;
  readonly moved: readonly Head[];
  readonly previous: string;
  readonly signature: Signature;
}

/** The hash of a signed line, over its canonical JSON. */
export function headsHash(line: SignedHeads): string {
  return createHash('sha256').update(canonical(line)).digest('hex');
}

/** The root over heads: of the list sorted by kind and id, whatever order they are given in. */
export function rootOf(heads: readonly Head[]): string {
  const sorted = heads.toSorted(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1));
  return createHash('sha256').update(canonical(sorted)).digest('hex');
}

/** The line signed last, or null. */
export async function latestHeads(database: Database): Promise<SignedHeads | null> {
  const row = await database.signedHeads.findFirst({ orderBy: { ordinal: 'desc' } });
  return row && (row.content as unknown as SignedHeads);
}

/** Every signed line, in order. */
export async function allSignedHeads(database: Database): Promise<readonly SignedHeads[]> {
  const rows = await database.signedHeads.findMany({ orderBy: { ordinal: 'asc' } });
  return rows.map(({ content }) => content as unknown as SignedHeads);
}

/** Adds a signed line. @throws when that ordinal is there already: see `isAlreadyThere` */
export async function addSignedHeads(database: Database, line: SignedHeads): Promise<void> {
  await database.signedHeads.create({ data: { ordinal: line.ordinal, content: asJson(line) } });
}
