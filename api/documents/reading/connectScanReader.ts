import { z } from 'zod';
import type { ScanReader } from '../../../documents/scan/scanReader.js';
import { postFile } from '../../outside/postFile.js';

/** The person waits for it as the upload ends. */
const longestMs = 10_000;

const text = z.string().max(200).nullish();
/** What a service answers; what it says besides is left out. */
const Answer = z.object({
  name: text,
  idNumber: text,
  certificateNumber: text,
  issuedOn: z.iso.date().nullish(),
  validUntil: z.iso.date().nullish(),
});

/** A service for text recognition at an http(s) address, which may hold user and password. It is sent a file and answers JSON. */
export function connectScanReader(url: string): ScanReader {
  return {
    read: async ({ kind, mediaType, content }) => {
      const headers = { 'X-Document-Kind': kind };
      const answer = await postFile(url, { content, mediaType, headers, longestMs });
      return Answer.parse(await answer.json());
    },
  };
}
