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

/**
 * Lets our own pages show the file. Only PDF and images are ever stored, and by their content; content hidden in one runs no
 * script, loads nothing and is read as nothing else (nosniff comes with every answer).
 */
export function renderInPage(response: Response): void {
  const named = String(response.getHeader('Content-Disposition')).replace(/^attachment/, 'inline');
  response.set({
    'Content-Disposition': named,
    'Content-Security-Policy': "default-src 'none'; img-src 'self'; object-src 'self'; frame-ancestors 'self'",
    'X-Frame-Options': 'SAMEORIGIN',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}
