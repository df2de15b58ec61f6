import { Piscina } from 'piscina';
import QRCode from 'qrcode';
import type { Paper } from './paper.js';
import { GlyphMissing, type PdfStandard, type TypesettingTask } from './typesetting.js';
import type { Verification } from './verification.js';

/** As many threads as set papers at once: each holds the fonts, some 60 MB. */
const threads = 2;
let pool: Piscina | null = null;
const threadPool = () =>
  (pool ??= new Piscina({
    filename: new URL('./paperThread.mjs', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    // A thread that blocks between papers never frees what Typst holds of those it has set: some 2 MB each.
    atomics: 'disabled',
  }));

type Answer = { readonly pdf: Uint8Array } | { readonly missing: readonly string[] };

/**
 * Sets a paper as a PDF, in a thread of its own: tagged, with its fonts, with the code and hash it is verified by on each
 * page. `publicUrl` is the address under which the portal is reached. The same input makes the same bytes.
 *
 * @throws GlyphMissing for characters that no font of the papers has
 */
export async function setPaper(
  paper: Paper,
  { code, hash }: Verification,
  { publicUrl, standard = 'a-2a' }: { readonly publicUrl: string; readonly standard?: PdfStandard },
): Promise<Buffer> {
  const address = `${publicUrl}/verify/${code}`;
  const verification = { hash, address, code: await qrCode(address) };
  const { year, month, day } = paper.date;
  const task: TypesettingTask = {
    paper: JSON.stringify({ ...paper, verification }),
    standard,
    createdAt: Date.UTC(year, month - 1, day) / 1000,
  };
  const answer: Answer = await threadPool().run(task);
  if ('missing' in answer) throw new GlyphMissing(answer.missing);
  return Buffer.from(answer.pdf);
}

/** Papers bound into one file for the printer, each on a new sheet and `copies` times; in a thread, as setting is. */
export async function bindInThread(papers: readonly Uint8Array[], copies: number): Promise<Buffer> {
  const bound: Uint8Array = await threadPool().run({ papers, copies }, { name: 'bind' });
  return Buffer.from(bound);
}

/** Ends the threads; the next paper begins them again. */
export async function restSetting(): Promise<void> {
  const ended = pool;
  pool = null;
  await ended?.destroy();
}

/** A QR code as SVG, without a margin. */
export async function qrCode(text: string): Promise<string> {
  return await QRCode.toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
}
