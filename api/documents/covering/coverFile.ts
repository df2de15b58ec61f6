import type { CoveredArea } from '../../../rules/dossier/covered.js';
import { threadInTurn } from '../threadInTurn.js';

interface File {
  readonly content: Uint8Array;
  readonly mediaType: string;
}
export type CoverQuestion = File & ({ readonly areas: readonly CoveredArea[] } | { readonly page: number });
/** A copy with areas covered, or a page to look at and how many there are; null: it cannot be made. */
export type CoverAnswer = { readonly image: Uint8Array; readonly pages: number } | null;

const inTurn = threadInTurn<CoverQuestion, CoverAnswer>(new URL('./coverThread.mjs', import.meta.url), {
  longestMs: 120_000,
  failed: null,
});

/**
 * A copy of a file in which areas are black and nothing of the original is left; null when it cannot be made, or is not
 * proven to be without them. One file after the other, in a thread with bounded time and memory.
 */
export async function coverFile(file: File, areas: readonly CoveredArea[]): Promise<Buffer | null> {
  const answer = await inTurn({ ...file, areas });
  return answer && Buffer.from(answer.image);
}

/** A page as a JPEG picture, from 1, and how many pages there are; null: there is none, or the file cannot be read. */
export async function pageOf(
  file: File,
  page: number,
): Promise<{ readonly image: Buffer; readonly pages: number } | null> {
  const answer = await inTurn({ ...file, page });
  return answer && { image: Buffer.from(answer.image), pages: answer.pages };
}
