import { instantOf } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { xinjiang2024 } from '../../../rules/calendar/overlays/xinjiang2024.js';
import { xinjiang2025 } from '../../../rules/calendar/overlays/xinjiang2025.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { province2025 } from '../../../rules/policy/campaigns/province2025.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { lintCampaign, mayOpen } from '../../../rules/policy/lint/linter.js';
import type { Policy } from '../../../rules/policy/policy.js';

const calendar = buildCalendar({ years: [2024, 2025], overlays: [xinjiang2024, xinjiang2025] });
const shipped = { aksu2024, kizilsu2025, province2025 };
const announcedOn = (policy: Policy) => instantOf(`${policy.announcedOn}T09:00`);
const errors = (policy: Policy, now = announcedOn(policy), state: 'preparing' | 'open' = 'preparing') =>
  lintCampaign({ policy: confirmed(policy), calendar, state }, now).filter(({ severity }) => severity === 'error');
const named = (policy: Policy) => errors(policy).map(({ code, path }) => [code, path]);
const notice = <T>(value: T) => fromNotice(value, '通知 六');

test.each(Object.entries(shipped))('the notice %s breaks no rule on the day it is announced', (_name, policy) => {
  expect(errors(policy)).toEqual([]);
});

describe('A campaign is not announced', () => {
  const changed: readonly (readonly [string, Partial<Policy>, string])[] = [
    [
      'with a unit publicity under five working days',
      { unitPublicityWorkingDays: notice(4) },
      'unitPublicityWorkingDays',
    ],
    ['with a public notice under five working days', { resultNoticeWorkingDays: notice(3) }, 'resultNoticeWorkingDays'],
    [
      'with a quorum below two thirds',
      { meeting: { ...aksu2024.meeting, quorum: notice({ numerator: 13, denominator: 20 }) } },
      'meeting.quorum',
    ],
    [
      'with a threshold below two thirds',
      { meeting: { ...aksu2024.meeting, threshold: notice({ numerator: 1, denominator: 2 }) } },
      'meeting.threshold',
    ],
    [
      'with a vote of fewer members than a senior committee has',
      { meeting: { ...aksu2024.meeting, minimumCommittee: notice(9) } },
      'meeting.minimumCommittee',
    ],
  ];
  test.each(changed)('%s', (_name, change, path) => {
    expect(named({ ...aksu2024, ...change })).toEqual([['below_national_rule', path]]);
  });

  test('with a committee below the national size', () => {
    const reviewCommittee = { ...aksu2024.reviewCommittee, minimumSpecialty: notice(9) };
    expect(named({ ...aksu2024, reviewCommittee })).toEqual([
      ['committee_size_below_minimum', 'reviewCommittee.minimumSpecialty'],
    ]);
  });

  test('without a public notice, of the campaign or of a track the meeting judges', () => {
    const stages = { ...aksu2024.stages, publicNotice: notice(false) };
    expect(named({ ...aksu2024, stages })).toEqual([['public_notice_missing', 'stages.publicNotice']]);
    const [first, ...others] = aksu2024.codes.tracks;
    if (!first) throw new Error('no track');
    const tracks = [{ ...first, omits: ['public_notice' as const] }, ...others];
    expect(named({ ...aksu2024, codes: { ...aksu2024.codes, tracks } })).toEqual([['public_notice_missing', null]]);
  });

  test('with dates in the past; one that is announced keeps them', () => {
    const late = instantOf('2024-08-30T18:00');
    expect(errors(aksu2024, late)).toMatchObject([{ code: 'date_past', path: 'filing.committee', date: '2024-08-30' }]);
    expect(errors(aksu2024, late - 1)).toEqual([]);
    expect(errors(aksu2024, instantOf('2025-01-01T00:00'))).toHaveLength(4);
    expect(mayOpen(errors(aksu2024, instantOf('2025-01-01T00:00'), 'open'))).toBe(true);
  });

  test('with clauses of another notice', () => {
    const levels = fromNotice(aksu2024.levels.value, '阿工信发〔2023〕18号 三');
    expect(named({ ...aksu2024, levels })).toEqual([['clause_of_another_notice', 'levels']]);
    const fees = fromNotice(aksu2024.fees.value, '通知 2023年度收费标准');
    expect(named({ ...aksu2024, fees })).toEqual([['clause_of_another_notice', 'fees']]);
  });

  test('with years of continuing education that do not end with its own', () => {
    const evidence = { ...aksu2024.evidence, continuingEducationYears: notice([2020, 2021, 2022, 2023]) };
    expect(named({ ...aksu2024, evidence })).toEqual([['education_years_wrong', 'evidence.continuingEducationYears']]);
  });
});

test('a campaign without the stage is not held to its period', () => {
  const stages = { ...aksu2024.stages, unitPublicity: notice(false) };
  const unitPublicityWorkingDays = notice(1);
  expect(named({ ...aksu2024, stages, unitPublicityWorkingDays })).toEqual([]);
  expect(mayOpen(errors(aksu2024))).toBe(true);
});
