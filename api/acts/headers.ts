import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { Problem } from '../http/problem.js';

/** Deadlines, dates, amendments, outcomes, reports of meetings, and the bank's messages. */
const reserved = /^(?:timer:|fan-out:|bank:|amend-|tally-|pause-|meeting-|signed-)/;
const printable = /^[\x21-\x7e]{1,128}$/;

/**
 * The Idempotency-Key, or a new one. Keys of the product's own acts are refused: a caller who used one first would keep
 * that act from ever being registered.
 *
 * @throws Problem `key_invalid`
 */
export function keyOf(request: Request): string {
  const key = request.get('idempotency-key');
  if (key === undefined) return randomUUID();
  return usableKey(key, 'Idempotency-Key');
}

/** A key a caller may use for an act of their own. `field`: where it came from. @throws Problem `key_invalid` */
export function usableKey(key: string, field: string): string {
  if (!printable.test(key) || reserved.test(key)) {
    throw new Problem(
      'key_invalid',
      {
        zh: `${field} 须为1至128个可见的英文字符，不含空格。`,
        en: `${field} has to be 1 to 128 visible ASCII characters without spaces.`,
      },
      { field },
    );
  }
  return key;
}

/** A seq alone, or the ETag of an application's page, which begins with it. */
const seq = /^(?:(?:W\/)?"?(\d{1,9})"?|"(\d{1,9})\.[\w-]{20}\.\d{1,15}")$/;

/**
 * The seq of the page the person saw, from `If-Match: "12"`; null when they did not say.
 *
 * @throws Problem `key_invalid`
 */
export function expectedSeqOf(request: Request): number | null {
  const header = request.get('if-match');
  if (header === undefined || header === '*') return null;
  const [, plain, ofPage] = seq.exec(header.trim()) ?? [];
  const text = plain ?? ofPage;
  if (text === undefined)
    throw new Problem(
      'key_invalid',
      { zh: 'If-Match 须为页面的序号，例如 "12"。', en: 'If-Match has to be the number of the page, such as "12".' },
      { field: 'If-Match' },
    );
  return Number(text);
}
