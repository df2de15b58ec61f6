import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { ZipFile } from 'yazl';
import type { Instant } from '../../rules/calendar/instant.js';

/** A file of a ZIP, under its name with folders. */
export interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Sends files as a ZIP, each written before the next one is made, so that memory does not grow with their number. Where one cannot
 * be made the connection is cut: half a ZIP must not look like a whole one.
 */
export async function sendZip(
  response: Response,
  {
    fileName,
    at,
    entries,
  }: { readonly fileName: string; readonly at: Instant; readonly entries: AsyncIterable<Entry> },
): Promise<void> {
  response.attachment(fileName).type('application/zip').set('Cache-Control', 'private, no-store');
  const zip = new ZipFile();
  const sent = pipeline(zip.outputStream, response);
  // A failure is noticed below, wherever the writing stands then.
  sent.catch(() => {});
  try {
    for await (const { name, content } of entries) {
      const source = Readable.from([content], { objectMode: false });
      zip.addReadStream(source, name, { mtime: new Date(at), compress: false, size: content.length });
      await Promise.race([finished(source), sent]);
      if (response.destroyed) return;
    }
    zip.end();
    await sent;
  } catch (thrown) {
    response.destroy();
    // Whoever gave up the download is no fault of the server.
    if (!isGivenUp(thrown)) throw thrown;
  }
}

const isGivenUp = (thrown: unknown) =>
  thrown instanceof Error && (thrown as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

/** A part of a file name: nothing in it is a folder, or refused by an operating system. */
export function namePart(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_')
    .trim();
  return (
    [...plain]
      .slice(0, 60)
      .join('')
      .replace(/^\.+/, '_')
      .replace(/[. ]+$/, '') || '_'
  );
}
