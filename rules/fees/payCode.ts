/** The quasigroup of Damm's check digit: it finds every wrong digit and every two neighbours that have changed places. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

const checkOf = (digits: string): number => [...digits].reduce((row, digit) => Number(damm[row]?.[Number(digit)]), 0);

/** How many pay codes an installation can give. */
export const mostPayCodes = 9_000_000;
// No common factor with the number of codes: each ordinal has a code of its own, and neighbours differ in several digits.
const stride = 5_754_853;

/**
 * The pay code (缴款码) of the n-th fee of an installation, from 0: seven digits, of which the first is no 0, and a check
 * digit. It is the shortest thing a payer can type into a transfer that names one fee; `next_pay_code` of the database
 * makes the same.
 *
 * @throws RangeError beyond `mostPayCodes`
 */
export function payCode(ordinal: number): string {
  if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= mostPayCodes) throw new RangeError('no pay code is left');
  const digits = String(1_000_000 + ((ordinal * stride) % mostPayCodes));
  return `${digits}${checkOf(digits)}`;
}

/** Whether a text is a pay code as it is written: its check digit is right. It may belong to no fee. */
export const isPayCode = (text: string): boolean => /^[1-9]\d{7}$/.test(text) && checkOf(text) === 0;

/**
 * The pay codes that a remark (附言、用途) seems to name, each once, in its order: `职称评审费 1234 5674 张三`. Digits may be
 * full-width and have a blank or a hyphen in the middle; a longer row of digits, as of an account or a telephone, is no code.
 * What has the check digit by chance is among them: only a fee of that code makes it one.
 */
export function payCodesIn(remark: string): readonly string[] {
  const text = remark.normalize('NFKC').replaceAll(/[\u2010-\u2015]/g, '-');
  const rows = [
    ...text.matchAll(/(?<!\d)(?<!\d[ -])(\d{4})[ -]?(\d{4})(?![ -]?\d)/g),
    ...text.matchAll(/(?<!\d)(\d{4})(\d{4})(?!\d)/g),
  ];
  const found = rows.toSorted((one, other) => one.index - other.index).map(([, head = '', tail = '']) => head + tail);
  return [...new Set(found)].filter(isPayCode);
}
