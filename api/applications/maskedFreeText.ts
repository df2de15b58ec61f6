import { maskedText } from '../../rules/dossier/maskedText.js';

/** Members that hold no prose: ids and fields of defects, the number of a voucher. */
const codes: ReadonlySet<string> = new Set(['id', 'defect', 'field', 'voucher']);

/** What was written with an act, with ID numbers and telephones in it masked. */
export function maskedFreeText(freeText: object): unknown {
  return masked(freeText);
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, codes.has(key) ? one : masked(one)]));
}
