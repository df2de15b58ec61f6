import type { Download } from 'playwright-core';

/** The text of a downloaded file. The browser runs in another process, so the file has no path here. */
export async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
