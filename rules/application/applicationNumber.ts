/** Letters count as two digits, A as 10, as in an IBAN. */
const digitsOf = (text: string) => [...text].map((one) => parseInt(one, 36)).join('');

/** ISO 7064, MOD 11-10: finds every wrong digit, and nearly every two that have changed places. */
function checkDigit(text: string): number {
  let rest = 10;
  for (const digit of digitsOf(text)) rest = (2 * ((rest + Number(digit)) % 10 || 10)) % 11;
  return (11 - rest) % 10;
}

/**
 * What numbers of a campaign begin with: the year its id names and the letters it begins with, as in `2024-AKSU` of
 * `aksu-2024`. Campaigns that begin alike share their numbers.
 */
export function numberPrefix(campaignId: string): string {
  const [year] = /(?:19|20)\d\d/.exec(campaignId) ?? [];
  const [letters = ''] = /^[a-z]+/i.exec(campaignId) ?? [];
  const named = [year, letters.toUpperCase()].filter(Boolean).join('-');
  return named || campaignId.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/**
 * The short number of an application (申报编号), by which people name it: prefix, position, check digit, as in
 * `2024-AKSU-00417-5`. It is given once, when the draft is made, and says nothing about a person.
 */
export function applicationNumber(prefix: string, position: number): string {
  const whole = `${prefix}-${String(position).padStart(5, '0')}`;
  return `${whole}-${checkDigit(whole.replaceAll('-', ''))}`;
}

/** The number somebody typed, as it is written; null where it is none, or one of its characters is wrong. */
export function parseApplicationNumber(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015]/g, (one) => (one.trim() ? '-' : ''));
  const [, prefix, position] = /^((?:\d{4}-)?[0-9A-Z]+)-(\d{5,})-\d$/.exec(text) ?? [];
  if (prefix === undefined || position === undefined) return null;
  return applicationNumber(prefix, Number(position)) === text ? text : null;
}
