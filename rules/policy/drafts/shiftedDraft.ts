import { addYears } from '../../calendar/years.js';
import { fieldsByPath } from '../fieldsByPath.js';
import { isRuled } from '../policyValues.js';
import type { DraftValues } from './draftValues.js';

const date = /^\d{4}-\d{2}-\d{2}(?=T|$)/;
/** Codes are the notice's own: a date in a condition of a track names a rule's change, and stays. */
const staysAsItIs = (path: string) => path.startsWith('codes.');

/**
 * An earlier campaign as the draft of another year: every date `years` later, the years of continuing education too, and
 * each value that moved to be confirmed against the new notice.
 */
export function shiftedDraft(values: DraftValues, years: number): DraftValues {
  if (years === 0) return values;
  const moved = Object.entries(values).map(([path, value]) => [path, movedValue(path, value, years)] as const);
  const { id, title, year } = values;
  const before = Number(year);
  const named = (text: unknown) =>
    typeof text === 'string' ? text.replaceAll(String(before), String(before + years)) : text;
  return { ...Object.fromEntries(moved), id: named(id), title: named(title), year: before + years };
}

function movedValue(path: string, part: unknown, years: number): unknown {
  if (staysAsItIs(path)) return part;
  if (!isRuled(part)) return later(part, years);
  const value =
    path === 'evidence.continuingEducationYears' && Array.isArray(part.value)
      ? part.value.map((one) => (typeof one === 'number' ? one + years : one))
      : later(part.value, years);
  // Nobody can tell which years and days a text names.
  const isText = fieldsByPath[path]?.kind === 'words';
  const same = JSON.stringify(value) === JSON.stringify(part.value) && !isText;
  return same ? part : { ...part, value, confirmed: false };
}

function later(part: unknown, years: number): unknown {
  if (typeof part === 'string') return part.replace(date, (day) => addYears(day, years));
  if (Array.isArray(part)) return part.map((one) => later(one, years));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, later(value, years)]));
}
