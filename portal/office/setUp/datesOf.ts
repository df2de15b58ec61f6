import type { BilingualText } from '../../../rules/bilingualText.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { isRuled } from '../../../rules/policy/policyValues.js';
import { entriesOf, textOf } from '../policy/values/kinds/partOf.js';

/** A moment of a draft on its day. */
export interface DraftDate extends BilingualText {
  readonly path: string;
  /** `2024-08-30` */
  readonly day: string;
  readonly edge: 'opens' | 'due';
  /** `18:00` */
  readonly clock: string;
}

/** Every moment of a draft, in order: windows, cutoffs, and those of single levels, committees and departments. */
export function datesOf(values: Readonly<Record<string, unknown>>): readonly DraftDate[] {
  const dates = Object.entries(fieldsByPath).flatMap(([path, { zh, en }]) => {
    const ruled = values[path];
    return isRuled(ruled) ? within(ruled.value, { path, zh, en }, path.endsWith('.opens') ? 'opens' : 'due') : [];
  });
  return dates.toSorted((one, other) => (one.day + one.clock < other.day + other.clock ? -1 : 1));
}

function within(
  value: unknown,
  about: Pick<DraftDate, 'path' | 'zh' | 'en'>,
  edge: DraftDate['edge'],
): readonly DraftDate[] {
  if (typeof value === 'string') {
    const [, day = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})T(.*)$/.exec(value) ?? [];
    return day === '' ? [] : [{ ...about, day, clock, edge }];
  }
  if (Array.isArray(value))
    return entriesOf(value).flatMap((entry) => {
      const whose = textOf(entry, 'name');
      return within(entry, { ...about, zh: `${about.zh} ${whose}`.trim(), en: `${about.en} ${whose}`.trim() }, edge);
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => within(part, about, name === 'opens' ? 'opens' : 'due'));
}
