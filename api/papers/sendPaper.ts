import type { Response } from 'express';
import { renderInPage, sendFile } from '../documents/sendFile.js';
import { type PaperServices, paperFile, type ToSet } from './paperFile.js';

interface ToSend extends ToSet {
  readonly fileName: string;
  readonly inline: boolean;
}

/** Sets a paper, remembers it under its code, and sends it. @throws Problem `paper_unprintable` */
export async function sendPaper(
  services: PaperServices,
  response: Response,
  { fileName, inline, ...paper }: ToSend,
): Promise<void> {
  sendPdf(response, await paperFile(services, paper), { fileName, inline, form: paper.form ?? 'pdf' });
}

/** Sends a paper that is set, to be saved or to be shown in a page; OFD, which no browser shows, only to be saved. */
export function sendPdf(
  response: Response,
  pdf: Buffer,
  { fileName, inline, form = 'pdf' }: Pick<ToSend, 'fileName' | 'inline' | 'form'>,
): void {
  response.attachment(`${fileName}.${form}`);
  if (inline && form === 'pdf') renderInPage(response);
  sendFile(response, { fileName: '', mediaType: `application/${form}` }, pdf);
}
