import type { Response } from 'express';
import { Problem } from '../http/problem.js';

/**
 * Sends a stored file, to be saved unless the response says otherwise. It stays on no machine that several people use.
 *
 * @throws Problem `not_found` when it has no content any more, because the data of its owner were erased
 */
export function sendFile(
  response: Response,
  { fileName, mediaType }: { readonly fileName: string; readonly mediaType: string },
  content: Buffer | null,
): void {
  if (!content)
    throw new Problem('not_found', {
      zh: '这份材料的保存期限已过，内容已被清除。',
      en: 'The time for which this document was kept is over; its content was erased.',
    });
  if (!response.hasHeader('Content-Disposition')) response.attachment(fileName);
  response
    .type(mediaType)
    .set({ 'Content-Length': String(content.length), 'Cache-Control': 'private, no-store' })
    .end(content);
}
