import type { Profile } from '../../../rules/application/facts.js';
import { type Condition, nationalLevels } from '../../../rules/campaign/codes.js';
import { carriedConditions, conditionsNote } from '../../../rules/candidate/conditions.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { missingFields } from '../../../rules/dossier/missingFields.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
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

function policyWith(conditions: readonly Condition[], officeDecides = false): Policy {
  const [regular, ...others] = aksu2024.codes.tracks;
  if (!regular) throw new Error('the notice has no track');
  const levels = [nationalLevels.assistant, nationalLevels.mid, nationalLevels.deputy_senior];
  const evidence = { ...aksu2024.evidence, conditionsByOffice: byDefault(officeDecides, '测试') };
  return {
    ...aksu2024,
    evidence,
    codes: { ...aksu2024.codes, levels, tracks: [{ ...regular, conditions }, ...others] },
  };
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
    '不符合任职资格条件，须符合下列之一：本科及以上学历，助理级资格满4年（年限未满）。2024-08-12起符合。',
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

describe('Where the office decides on those who do not meet the conditions', () => {
  const asked = [condition({}), condition({ degree: 'master', holds: null, years: 2, obtainedFrom: '2020-01-01' })];
  const carried = (dossier: Dossier, decides: boolean, on = '2024-08-11') =>
    carriedConditions(dossier, profile, policyWith(asked, decides), on);

  test('a submission carries each condition with what lacks, in codes, instead of being refused', () => {
    const young = held('2020-08-12');
    expect(ineligibilities(young, profile, policyWith(asked, true), '2024-08-11')).toEqual([]);
    expect(carried(young, true)).toEqual({
      unmet: [
        { degree: 'bachelor', holds: 'assistant', years: 4, obtainedBefore: null, obtainedFrom: null, lacks: 'years' },
        { degree: 'master', holds: null, years: 2, obtainedBefore: null, obtainedFrom: '2020-01-01', lacks: 'degree' },
      ],
    });
    expect(carried(held('2020-08-12', 'assistant', 'master'), true).unmet?.map(({ lacks }) => lacks)).toEqual([
      'years',
      'cohort',
    ]);
    expect(carried(held('2020-08-12', 'member'), true).unmet?.map(({ lacks }) => lacks)).toEqual(['title', 'degree']);
    expect(JSON.stringify(carried(young, true))).not.toContain('2020-08-12');
  });

  test('nothing is carried by who meets one, and nothing is said where the submission is refused', () => {
    expect(carried(held('2020-08-12'), true, '2024-08-12')).toEqual({ unmet: [] });
    expect(carried({}, true)).toEqual({ unmet: [] });
    expect(carried(held('2020-08-12'), false)).toEqual({});
  });

  test('the note says what lacks, from when it is met, and who decides', () => {
    const note = conditionsNote(held('2020-08-12'), profile, policyWith([condition({})], true), '2024-08-11');
    expect(note?.message).toBe(
      '不符合任职资格条件，须符合下列之一：本科及以上学历，助理级资格满4年（年限未满）。2024-08-12起符合。可以提交，由办事机构审核时决定，例外通过须说明理由。',
    );
    expect(note?.clause).toContain('测试');
  });
});
