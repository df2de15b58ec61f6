import { Worker } from 'node:worker_threads';

export interface PdfQuestion {
  readonly file: string;
  /** Whether what it says of who wrote it, with what and when is taken out of a signed one too, whose signature ends with that. */
  readonly stripSigned: boolean;
}
/**
 * `passive`: it may be kept, `stripped`: the same, and it is another file now. `active`: it runs scripts or programs, or has
 * files in it; `overfull`: it unfolds to far more than it seems; `damaged` and `encrypted`: it cannot be examined; `empty`: it has no page.
 */
export type PdfFinding = 'passive' | 'stripped' | 'active' | 'overfull' | 'damaged' | 'encrypted' | 'empty';

const longestMs = 20_000;
let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Looks through a PDF for scripts and takes out who wrote it, one file after the other, in a thread with bounded time and memory. */
export async function examinePdf(question: PdfQuestion): Promise<PdfFinding> {
  const finding = last.then(() => ask(question));
  last = finding;
  return await finding;
}

async function ask(question: PdfQuestion): Promise<PdfFinding> {
  thread ??= begin();
  const asked = thread;
  return await new Promise((resolve) => {
    const giveUp = () => {
      thread = null;
      void asked.terminate();
      finish('damaged');
    };
    const timer = setTimeout(giveUp, longestMs);
    const finish = (finding: PdfFinding) => {
      clearTimeout(timer);
      asked.off('message', finish).off('error', giveUp).unref();
      resolve(finding);
    };
    asked.ref();
    asked.once('message', finish).once('error', giveUp);
    asked.postMessage(question);
  });
}

function begin(): Worker {
  const program = new URL('./pdfThread.mjs', import.meta.url);
  return new Worker(program, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
}
