import type { Profile } from '../../../rules/application/facts.js';
import { type Condition, nationalLevels } from '../../../rules/campaign/codes.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { missingFields } from '../../../rules/dossier/missingFields.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';

const condition = (more: Partial<Condition>): Condition => ({
  levels: ['mid'],
  degree: 'bachelor',
  holds: 'assistant',
  years: 4,
  obtainedBefore: null,
  obtainedFrom: null,
  ...more,
});

function policyWith(conditions: readonly Condition[]): Policy {
  const [regular, ...others] = aksu2024.codes.tracks;
  if (!regular) throw new Error('the notice has no track');
  const levels = [nationalLevels.assistant, nationalLevels.mid, nationalLevels.deputy_senior];
  return { ...aksu2024, codes: { ...aksu2024.codes, levels, tracks: [{ ...regular, conditions }, ...others] } };
}

const profile: Profile = {
  level: 'mid',
  track: 'regular',
  employerKind: 'public_institution',
  specialty: 'chemical',
  defenseExempt: false,
};
const held = (obtainedOn: string, level = 'assistant', degree: 'college' | 'bachelor' | 'master' = 'bachelor') => ({
  education: { entries: [{ level: degree, graduatedOn: '2015-07-01' }] },
  presentQualification: { held: true, title: '助理工程师', level, obtainedOn },
});
const refused = (dossier: Dossier, conditions: readonly Condition[], on: string, of = profile) =>
  ineligibilities(dossier, of, policyWith(conditions), on).map(({ message }) => message);

test('the years end on the day itself: a day early is refused, with the day from which they are full', () => {
  expect(refused(held('2020-08-12'), [condition({})], '2024-08-12')).toEqual([]);
  expect(refused(held('2020-08-12'), [condition({})], '2024-08-11')).toEqual([
    '不符合申报条件，须符合下列之一：本科及以上学历，助理级资格满4年。2024-08-12起符合。',
  ]);
});

test('of several conditions one is enough, and a higher degree or title counts as the lower one', () => {
  const conditions = [condition({}), condition({ degree: 'master', years: 2 })];
  expect(refused(held('2022-01-01', 'assistant', 'master'), conditions, '2024-08-01')).toEqual([]);
  expect(refused(held('2022-01-01'), conditions, '2024-08-01')).toHaveLength(1);
  expect(refused(held('2020-01-01', 'mid'), conditions, '2024-08-01')).toEqual([]);
  expect(refused(held('2010-01-01', 'assistant', 'college'), conditions, '2024-08-01')).toHaveLength(1);
  expect(refused(held('2010-01-01', 'junior'), conditions, '2024-08-01')).toHaveLength(1);
});

test('a cohort has years of its own, on both sides of its day', () => {
  const conditions = [
    condition({ obtainedBefore: '2020-01-01', years: 4 }),
    condition({ obtainedFrom: '2020-01-01', years: 5 }),
  ];
  expect(refused(held('2019-12-31'), conditions, '2023-12-31')).toEqual([]);
  expect(refused(held('2020-01-01'), conditions, '2024-12-31')).toHaveLength(1);
  expect(refused(held('2020-01-01'), conditions, '2025-01-01')).toEqual([]);
});

test('without a title the years count from the degree', () => {
  const first = [condition({ holds: null, degree: 'bachelor', years: 1 })];
  const graduate: Dossier = {
    education: { entries: [{ level: 'bachelor', graduatedOn: '2023-08-12' }] },
    presentQualification: { held: false },
  };
  expect(refused(graduate, first, '2024-08-12')).toEqual([]);
  expect(refused(graduate, first, '2024-08-11')).toHaveLength(1);
});

test('nothing is refused for another level, without conditions, or before the form says', () => {
  expect(refused(held('2024-01-01'), [condition({ levels: ['deputy_senior'] })], '2024-08-01')).toEqual([]);
  expect(refused(held('2024-01-01'), [], '2024-08-01')).toEqual([]);
  expect(refused({}, [condition({})], '2024-08-01')).toEqual([]);
});

test('the level of the present title is asked for only where a condition needs it', () => {
  const dossier = { presentQualification: { held: true } } as const;
  const asked = (conditions: readonly Condition[]) =>
    missingFields(dossier, [], profile, policyWith(conditions)).some(({ field }) => field === 'level');
  expect(asked([condition({})])).toBe(true);
  expect(asked([condition({ holds: null })])).toBe(false);
  expect(asked([])).toBe(false);
});
