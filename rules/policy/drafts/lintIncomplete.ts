import type { Calendar } from '../../calendar/calendar.js';
import { nationalLevels, trackOf } from '../../campaign/codes.js';
import { fieldsByPath } from '../fieldsByPath.js';
import { lint } from '../lint/linter.js';
import type { LintFinding } from '../lint/lintFinding.js';
import type { Policy } from '../policy.js';
import type { FieldKind } from '../policyFields.js';
import { draftPathOf } from './draftPaths.js';
import { type DraftValues, policyOfDraft } from './draftValues.js';

/**
 * A draft with something in place of what it lacks (`lacking`, the paths of what is missing or wrong), for checks that need
 * a whole policy.
 */
export function filledPolicy(values: DraftValues, lacking: readonly string[]): Policy {
  const year = typeof values.year === 'number' && !lacking.includes('year') ? values.year : 2000;
  const filled = Object.fromEntries(lacking.map((path) => [path, fillerOf(path, year)]));
  return policyOfDraft({ ...values, ...filled }) as unknown as Policy;
}

/**
 * What the linter finds in the values that a draft has, while others are missing or wrong: whatever is found of those, or of
 * a date while one of the dates is missing, is left out.
 */
export function lintIncomplete(policy: Policy, calendar: Calendar, lacking: readonly string[]): readonly LintFinding[] {
  const datesLack = lacking.some(isDate);
  return lint(policy, calendar).filter(
    ({ path, date }) => path !== null && !lacking.includes(draftPathOf(path) ?? path) && !(datesLack && date !== null),
  );
}

function isDate(path: string): boolean {
  const kind = fieldsByPath[path]?.kind;
  return kind === 'moment' || kind === 'window' || path === 'year';
}

const heads: Readonly<Record<string, unknown>> = {
  id: 'draft',
  title: '—',
  committee: '—',
  region: 'national',
  specialties: [{ code: 'any', name: '—', series: '—' }],
  'codes.levels': [nationalLevels.mid],
  'codes.tracks': [trackOf({ code: 'any', zh: '—', en: '—', clause: '—' })],
};

const fillers = {
  number: 1,
  numbers: [],
  yesNo: true,
  period: { days: 5, count: 'working' },
  fraction: { numerator: 2, denominator: 3 },
  levels: [],
  fees: {},
  mandarin: { minimum: '—', grades: ['—'] },
  skilled: {},
  ages: { male: 60, female: 55, femaleWorker: 50 },
  committees: [],
  criteria: [],
  roles: [],
} as const satisfies Partial<Record<FieldKind, unknown>>;

function fillerOf(path: string, year: number): unknown {
  const field = fieldsByPath[path];
  if (!field) {
    const head = path === 'year' ? year : path === 'announcedOn' ? `${year}-01-01` : (heads[path] ?? []);
    return head;
  }
  if (field.optional) return null;
  const value =
    field.kind === 'moment'
      ? `${year}-${path.endsWith('opens') ? '01-01T00:00' : '12-31T24:00'}`
      : fillers[field.kind as keyof typeof fillers];
  return field.usual ?? { value, clause: '—', source: 'default', confirmed: true };
}
