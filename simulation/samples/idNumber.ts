import type { LocalDate } from '../../rules/calendar/instant.js';

/** Codes of the city and counties of Aksu prefecture. */
const areas = ['652901', '652922', '652923', '652924', '652925', '652926', '652927', '652928', '652929'] as const;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';

/**
 * An ID number of Aksu prefecture with a valid check digit (GB 11643), different for each index. Its sequence number is
 * above 900, which no county of this size assigns.
 */
export function sampleIdNumber(index: number, birth: LocalDate, gender: 'male' | 'female'): string {
  const area = areas[index % areas.length];
  const order = 900 + 2 * (Math.floor(index / 252) % 50) + (gender === 'male' ? 1 : 0);
  const body = `${area}${birth.replaceAll('-', '')}${order}`;
  const sum = weights.reduce<number>((all, weight, place) => all + weight * Number(body[place]), 0);
  return `${body}${checkDigits[sum % 11]}`;
}
