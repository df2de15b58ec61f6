import type { OfdConverter, PaperToServe, Seal } from '../../documents/paper/outsideServices.js';
import { postFile } from '../outside/postFile.js';

const longestMs = 60_000;

/** A seal service at an http(s) address, which may hold user and password. It is sent the PDF and answers the sealed PDF. */
export function connectSeal(url: string): Seal {
  return { seal: (paper) => send(url, paper, '%PDF-') };
}

/** A converter at an http(s) address, as a seal service is. It answers an OFD file, which is a ZIP. */
export function connectOfdConverter(url: string): OfdConverter {
  return { convert: (paper) => send(url, paper, 'PK') };
}

/** @throws Error where it does not answer in time, refuses, or answers something else than a file of that kind */
async function send(url: string, { title, pdf, place }: PaperToServe, begins: string): Promise<Uint8Array> {
  const headers = {
    'X-Paper-Title': encodeURIComponent(title),
    ...(place === null ? {} : { 'X-Seal-Words': encodeURIComponent(place.words) }),
  };
  const answer = await postFile(url, { content: pdf, mediaType: 'application/pdf', headers, longestMs });
  const content = Buffer.from(await answer.arrayBuffer());
  if (content.subarray(0, begins.length).toString('latin1') !== begins)
    throw new Error('the service answered no such file');
  return content;
}
