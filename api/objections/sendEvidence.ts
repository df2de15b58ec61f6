import type { Response } from 'express';
import type { ObjectionEvidence } from '../../records/conferral/objectionFiles.js';
import type { Deps } from '../deps.js';
import { readBack } from '../documents/storage.js';

/** Sends a file that came with an objection, to be saved: it stays on no machine that several people use. */
export function sendEvidence(
  { dataDir, logger }: Pick<Deps, 'dataDir' | 'logger'>,
  response: Response,
  { id, fileName, mediaType, size, sha256 }: ObjectionEvidence,
): void {
  response
    .attachment(fileName)
    .type(mediaType)
    .set({ 'Content-Length': String(size), 'Cache-Control': 'private, no-store' });
  const content = readBack(dataDir, sha256);
  content.once('error', (error) => {
    logger.error({ err: error, evidence: id }, 'evidence of an objection cannot be read');
    response.destroy(error);
  });
  content.pipe(response);
}
