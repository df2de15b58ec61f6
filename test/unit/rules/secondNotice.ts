import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault, fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyTable, usualValues } from '../../../rules/policy/policyTable.js';

const specialty = (series: string) => (entry: readonly [string, string]) => ({
  code: entry[0],
  name: entry[1],
  series,
});

/**
 * Another prefecture's notice as data: a cutoff for every stage, filing that opens at an hour and not at midnight, junior
 * and mid levels only, many specialties in several series, no defense, corrections counted in working days.
 */
export const secondNotice: Policy = {
  ...aksu2024,
  id: 'second-2025',
  title: '2025年度初、中级职称评审',
  committee: '某地区中、初级职称评审委员会',
  year: 2025,
  announcedOn: '2025-09-28',
  specialties: [
    ...(
      [
        ['civil', '土建'],
        ['water', '水利'],
        ['transport', '交通'],
        ['power', '电力'],
        ['mapping', '测绘'],
      ] as const
    ).map(specialty('工程系列')),
    ...(
      [
        ['agronomy', '农学'],
        ['husbandry', '畜牧'],
        ['forestry', '林业'],
      ] as const
    ).map(specialty('农业系列')),
    ...(
      [
        ['archives', '档案'],
        ['library', '图书资料'],
      ] as const
    ).map(specialty('文化系列')),
  ],
  levels: fromNotice(['junior', 'mid'], '通知 二'),
  belonging: fromNotice(
    {
      regions: [{ code: '653100', name: '某地区' }],
      departments: [{ code: 'department-1', name: '主管部门' }],
      units: [],
    },
    '通知 一',
  ),
  filing: {
    opens: fromNotice('2025-10-11T10:00', '通知 三（一）'),
    applicant: fromNotice('2025-11-04T18:00', '通知 三（一）'),
    unit: fromNotice('2025-11-14T18:00', '通知 三（二）'),
    chain: fromNotice('2025-11-24T18:00', '通知 三（三）'),
    byDepartment: fromNotice(
      [{ code: 'county-industry', name: '某县工信局', due: '2025-11-19T18:00' }],
      '通知 三（三）：各县11月19日18:00前报地区',
    ),
    committee: fromNotice('2025-11-24T18:00', '通知 三（三）'),
  },
  audit: fromNotice({ opens: '2025-11-25T00:00', due: '2025-12-12T24:00' }, '通知 三（四）'),
  payment: fromNotice({ opens: '2025-12-15T00:00', due: '2025-12-19T24:00' }, '通知 三（五）'),
  materials: fromNotice({ opens: '2025-12-15T00:00', due: '2025-12-19T24:00' }, '通知 三（五）'),
  delivery: {
    byUnit: fromNotice(true, '通知 三（五）：由单位统一报送'),
    officeHours: fromNotice('工作日10:00至18:00', '通知 三（五）'),
  },
  levelWindows: fromNotice(
    [{ level: 'junior', audit: { opens: '2025-11-25T00:00', due: '2025-12-10T24:00' } }],
    '通知 三（四）：初级12月10日审核完毕',
  ),
  rollToWorkingDay: byDefault(true, '通知 三：遇节假日顺延'),
  correction: fromNotice({ days: 5, count: 'working' }, '通知 四（二）'),
  correctionUntil: fromNotice('2025-12-05T18:00', '通知 四（二）：补正至12月5日18:00'),
  correctionViaUnit: fromNotice(true, '通知 四（二）：补正材料经所在单位审核后上报'),
  identityReaders: byDefault(['office'], '个人信息保护法第六条'),
  postingPhoto: byDefault(false, '通知未规定：单位公示不须附照片'),
  maxSubmissions: fromNotice(2, '通知 四（二）'),
  positions: fromNotice(true, '通知 二（三）'),
  positionEmployers: fromNotice(['public_institution'], '通知 二（三）：事业单位评聘结合'),
  stages: { ...aksu2024.stages, defense: fromNotice(false, '通知 四（三）') },
  fees: fromNotice({ junior: 16_000, mid: 32_000, deputy_senior: 0 }, '通知 五'),
  evidence: {
    ...aksu2024.evidence,
    continuingEducationHours: fromNotice(90, '通知 四（四）'),
    examination: fromNotice({ name: '专业能力考试', years: 3, tracks: null, levels: ['mid'] }, '通知 四（五）'),
    continuingEducationYears: fromNotice([2023, 2024, 2025], '通知 四（四）'),
  },
  meeting: { ...aksu2024.meeting, minimumCommittee: fromNotice(9, '通知 六（一）') },
  reviewCommittee: {
    ...usualValues(policyTable.reviewCommittee),
    committees: fromNotice(
      [
        {
          code: 'engineering',
          name: '工程系列中、初级评审委员会',
          kind: 'series',
          specialties: ['civil', 'water', 'transport', 'power', 'mapping'],
          fees: { junior: 20_000, mid: 40_000, deputy_senior: 0 },
        },
        {
          code: 'agriculture',
          name: '农业系列中、初级评审委员会',
          kind: 'series',
          specialties: ['agronomy', 'husbandry', 'forestry'],
        },
        { code: 'archives', name: '档案专业评审委员会', kind: 'specialty', specialties: ['archives'] },
        { code: 'library', name: '图书资料专业评审委员会', kind: 'specialty', specialties: ['library'] },
      ],
      '通知 六（一）',
    ),
    minimumSeries: fromNotice(15, '通知 六（一）'),
    minimumSpecialty: fromNotice(9, '通知 六（一）'),
    planFiled: fromNotice(false, '通知 六（二）'),
  },
  clauses: { ...aksu2024.clauses, positions: fromNotice('通知 二（三）', '通知 二（三）') },
};
