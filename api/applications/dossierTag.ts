import type { Request } from 'express';
import { Problem } from '../http/problem.js';

const shape = /^"d(\d{1,9})"$/;

/** The ETag of the form being filled in; with a letter of its own, because acts take the seq of the application. */
export function dossierTag(version: number): string {
  return `"d${version}"`;
}

/**
 * The version of the form somebody saw, from `If-Match: "d12"`; null when they did not say.
 *
 * @throws Problem `key_invalid`
 */
export function dossierVersionOf(request: Request): number | null {
  const header = request.get('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  const version = shape.exec(header)?.[1];
  if (version === undefined)
    throw new Problem(
      'key_invalid',
      {
        zh: 'If-Match 须为申报材料的 ETag，例如 "d12"。',
        en: 'If-Match has to be the ETag of the dossier, such as "d12".',
      },
      { field: 'If-Match' },
    );
  return Number(version);
}
