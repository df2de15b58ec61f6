import { z } from 'zod';
import { bilingualMessage } from './bilingualMessage.js';

/** Control characters, unpaired surrogates and direction overrides; line breaks and tabs are allowed in long texts. */
const unfit = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const unfitInParagraphs = /[^\P{Cc}\n\r\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const message = bilingualMessage(
  '含有不可见的控制字符，请删除。',
  'It contains invisible control characters; please remove them.',
);

/** One line of text a person writes, trimmed, at least one character. */
export function line(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !unfit.test(text), message);
}

/** A text of several lines a person writes, trimmed, at least one character. */
export function paragraph(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !unfitInParagraphs.test(text), message);
}

/** No value of a policy is nested more deeply. */
const deepest = 30;

/**
 * Whether no text in a value, however deep, has characters that a text must not have, and the value is not nested beyond
 * what anything here needs.
 */
export function isStorable(value: unknown): boolean {
  return isStorableBelow(value, deepest);
}

function isStorableBelow(value: unknown, levels: number): boolean {
  if (typeof value === 'string') return !unfitInParagraphs.test(value);
  if (typeof value !== 'object' || value === null) return true;
  const fits = ([name, part]: readonly [string, unknown]) =>
    !unfitInParagraphs.test(name) && isStorableBelow(part, levels - 1);
  return levels > 0 && Object.entries(value).every(fits);
}

/** An id people choose, fit for an address: `wensu-machinery`. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$/,
    bilingualMessage(
      '只能用小写字母、数字和连字符，2至64个字符。',
      'Only lower-case letters, digits and hyphens, 2 to 64 characters.',
    ),
  );

/** A code of an administrative region (GB/T 2260), `652922`. */
export const administrativeRegion = z
  .string()
  .regex(
    /^[1-9]\d{5}$/,
    bilingualMessage(
      '应为6位行政区划代码，例如 652922。',
      'It has to be a region code of 6 digits, 652922 for instance.',
    ),
  );

/**
 * Years in which anything here can happen. The engine counts a timer in 64 bits of nanoseconds, 292 years, and writes a
 * year in four digits: an application that waited for a later date would stand still for ever.
 */
const imaginable = (text: string) => text >= '1900' && text < '2200';
const unimaginable = bilingualMessage('年份应在1900年至2199年之间。', 'The year has to lie between 1900 and 2199.');

/** An instant with its offset, `2024-08-30T18:00:00+08:00`, as milliseconds. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: bilingualMessage(
      '应为带时区的时间，例如 2024-08-30T18:00:00+08:00。',
      'It has to be a time with its zone, such as 2024-08-30T18:00:00+08:00.',
    ),
  })
  .refine(imaginable, unimaginable)
  .transform((text) => Date.parse(text));

/** A day in Beijing, `2024-08-30`. */
export const localDate = z.iso
  .date({ error: bilingualMessage('应为日期，例如 2024-08-30。', 'It has to be a date, such as 2024-08-30.') })
  .refine(imaginable, unimaginable);

/** A time of day, 09:30. */
export const hourOfDay = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$/,
    bilingualMessage('应为时刻，例如 09:30。', 'It has to be a time, such as 09:30.'),
  );
