import { threadInTurn } from './threadInTurn.js';

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

/** Looks through a PDF for scripts and takes out who wrote it, one file after the other, in a thread with bounded time and memory. */
export const examinePdf = threadInTurn<PdfQuestion, PdfFinding>(new URL('./pdfThread.mjs', import.meta.url), {
  longestMs: 20_000,
  failed: 'damaged',
});
