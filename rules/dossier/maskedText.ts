import { maskedIdNumber, maskedPhone } from './maskedIdentity.js';

/** ASCII, full-width, and the two rows of Arabic digits. */
const alphabets = ['0123456789', '０１２３４５６７８９', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'];
const plain = new Map(
  alphabets.flatMap((digits) => [...digits].map((digit, value) => [digit, String(value)] as const)),
);

/** Digits without anything between them; the last of an ID number may be an X. */
const group = new RegExp(`[${alphabets.join('')}]+(?:[XxＸｘ](?![A-Za-z0-9]))?`, 'g');
/** What people put between the groups of one number. */
const between = /^[\s·•.．+＋\-‐‑‒–—―－()（）]{0,3}$/;
const mostGroups = 8;

const province = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)';
const monthAndDay = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const idNumber = new RegExp(
  `^${province}\\d{4}(?:(?:19|20)\\d{2}${monthAndDay}\\d{3}[\\dX]|\\d{2}${monthAndDay}\\d{3})$`,
);
const mobile = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
// Without its area code a landline is too much like any other number; a date is not to look like one.
const landline = /^(?:(?:00)?86-?0?|0)(?:10|2\d|[3-9]\d{2})-?(?:[2-9]\d{6,7}|[2-9]\d{2,3}-\d{4})$/;

interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}
interface Masked {
  readonly text: string;
  /** The place of the next group. */
  readonly next: number;
}

/**
 * Free text with every ID number, of 18 or 15 characters, and every telephone number masked, in whatever digits and however
 * they are grouped: people write them where nobody asked for them. A number is made of whole groups of digits.
 */
export function maskedText(text: string): string {
  const groups = [...text.matchAll(group)].map(groupOf);
  let masked = '';
  let copied = 0;
  for (let place = 0; place < groups.length; ) {
    const number = longestNumber(text, groups, place);
    if (number !== null) {
      masked += text.slice(copied, groups[place]?.start) + number.text;
      copied = groups[number.next - 1]?.end ?? copied;
    }
    place = number?.next ?? place + 1;
  }
  return masked + text.slice(copied);
}

function groupOf({ 0: written, index }: RegExpExecArray): Group {
  const digits = [...written].map((character) => plain.get(character) ?? 'X').join('');
  return { start: index, end: index + written.length, digits };
}

/** The number of most groups that begins at a place, masked; null when there is none. */
function longestNumber(text: string, groups: readonly Group[], place: number): Masked | null {
  let longest: Masked | null = null;
  const taken: string[] = [];
  for (const [index, { start, digits }] of groups.slice(place, place + mostGroups).entries()) {
    const before = groups[place + index - 1];
    if (index > 0 && before && !between.test(text.slice(before.end, start))) break;
    taken.push(digits);
    const number = maskedNumber(taken);
    if (number !== null) longest = { text: number, next: place + index + 1 };
  }
  return longest;
}

function maskedNumber(groups: readonly string[]): string | null {
  const digits = groups.join('');
  if (idNumber.test(digits)) return maskedIdNumber(digits);
  return mobile.test(digits) || landline.test(groups.join('-')) ? maskedPhone(digits) : null;
}
