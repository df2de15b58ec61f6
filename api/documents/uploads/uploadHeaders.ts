import type { Request } from 'express';
import { z } from 'zod';
import { largestFile } from '../../../rules/dossier/uploadLimits.js';
import { Problem } from '../../http/problem.js';
import { UploadWords } from '../addEvidence.js';
import { emptyFile, tooLarge } from '../storage.js';

/** Headers of the tus protocol, version 1.0.0 (tus.io/protocols/resumable-upload). */
export const CreationHeaders = z.object({
  'tus-resumable': z.string().meta({ description: '1.0.0' }),
  'upload-length': z.string().meta({ description: '整个文件的字节数' }),
  'upload-metadata': z
    .string()
    .meta({ description: 'kind、fileName、year（可无）：名称、空格、Base64 值，以逗号分隔' }),
});
export const AppendHeaders = z.object({
  'tus-resumable': z.string().meta({ description: '1.0.0' }),
  'upload-offset': z.string().meta({ description: '这一段的起点，须等于已收到的字节数' }),
  'upload-checksum': z
    .string()
    .optional()
    .meta({ description: '这一段的校验值：sha256（或sha1）、空格、Base64 值；不符的回答460，不保留' }),
});

/** The length of the file that is to come. @throws Problem `body_too_large`, or `file_refused` when it is empty */
export function lengthOf(request: Request): number {
  const length = wholeNumber(request, 'upload-length');
  if (length > largestFile) throw tooLarge();
  if (length === 0) throw emptyFile();
  return length;
}

/** Where a chunk begins. @throws Problem `body_malformed` */
export const offsetOf = (request: Request): number => wholeNumber(request, 'upload-offset');

/** What is said of the file. @throws Problem `body_malformed` · ZodError when something of it is not as it has to be */
export function wordsOf(request: Request): z.output<typeof UploadWords> {
  const pairs = (request.get('upload-metadata') ?? '').split(',').map((pair) => pair.trim().split(' '));
  return UploadWords.parse(Object.fromEntries(pairs.map(([name = '', value = '']) => [name, decoded(value)])));
}

function decoded(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64'));
  } catch {
    throw malformed();
  }
}

function wholeNumber(request: Request, header: string): number {
  const text = request.get(header) ?? '';
  if (!/^\d{1,12}$/.test(text)) throw malformed();
  return Number(text);
}

/** The refusal of a header that tus does not have so. */
export const malformed = () =>
  new Problem('body_malformed', {
    zh: '请求不符合断点续传协议（tus 1.0.0）。',
    en: 'The request does not follow the protocol of resumable uploads (tus 1.0.0).',
  });
