import { Worker } from 'node:worker_threads';
import type { CoveredArea } from '../../../rules/dossier/covered.js';

interface File {
  readonly content: Uint8Array;
  readonly mediaType: string;
}
export type CoverQuestion = File & ({ readonly areas: readonly CoveredArea[] } | { readonly page: number });
/** A copy with areas covered, or a page to look at and how many there are; null: it cannot be made. */
export type CoverAnswer = { readonly image: Uint8Array; readonly pages: number } | null;

const longestMs = 120_000;
let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

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

async function inTurn(question: CoverQuestion): Promise<CoverAnswer> {
  const answer = last.then(() => ask(question));
  last = answer;
  return await answer;
}

async function ask(question: CoverQuestion): Promise<CoverAnswer> {
  thread ??= begin();
  const asked = thread;
  return await new Promise((resolve) => {
    const giveUp = () => {
      thread = null;
      void asked.terminate();
      finish(null);
    };
    const timer = setTimeout(giveUp, longestMs);
    const finish = (answer: CoverAnswer) => {
      clearTimeout(timer);
      asked.off('message', finish).off('error', giveUp).unref();
      resolve(answer);
    };
    asked.ref();
    asked.once('message', finish).once('error', giveUp);
    asked.postMessage(question);
  });
}

function begin(): Worker {
  const program = new URL('./coverThread.mjs', import.meta.url);
  return new Worker(program, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
}
