import { parseApplicationNumber } from '../application/applicationNumber.js';

/**
 * The short numbers that a remark names, each once, as they are written: `2024-AKSU-00417-5`. Full-width letters, blanks and
 * missing hyphens do not count; one with a wrong check digit is none.
 */
export function numbersIn(remark: string): readonly string[] {
  const text = remark
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\u2010-\u2015_]/g, '-')
    .replaceAll(/\s/g, '');
  const found = [...text.matchAll(/(?<![0-9A-Z])((?:\d{4}-?)?[A-Z]+)-?(\d{5,})-?(\d)(?!\d)/g)].flatMap(
    ([, prefix = '', position, check]) => {
      const hyphened = prefix.replace(/^(\d{4})-?(?=[A-Z])/, '$1-');
      return parseApplicationNumber(`${hyphened}-${position}-${check}`) ?? [];
    },
  );
  return [...new Set(found)];
}

/** Whether digits read as a day, which a remark may hold beside a code or in place of one: `20240911`. */
export function looksLikeDate(digits: string): boolean {
  const [, month = 0, dayOfMonth = 0] = /^20\d\d(\d\d)(\d\d)$/.exec(digits)?.map(Number) ?? [];
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
}
