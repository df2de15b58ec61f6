import { nationalLevels, trackOf } from '../../campaign/codes.js';
import { fieldsByPath } from '../fieldsByPath.js';
import type { Policy } from '../policy.js';
import type { FieldKind } from '../policyFields.js';
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
