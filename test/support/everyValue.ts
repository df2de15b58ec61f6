import { kizilsu2025 } from '../../rules/policy/campaigns/kizilsu2025.js';
import { fromNotice } from '../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../rules/policy/policy.js';
import { type Words, wordsClause } from '../../rules/policy/words.js';

const ownWords = (value: Words) => ({ value, clause: wordsClause, source: 'default' as const, confirmed: true });

/** A notice that says everything a notice may leave out. */
export const everyValue: Policy = {
  ...kizilsu2025,
  belonging: fromNotice(
    {
      regions: [{ code: '653000', name: '克孜勒苏柯尔克孜自治州' }],
      departments: [{ code: 'department-1', name: '主管部门' }],
      units: [],
    },
    '通知 一',
  ),
  filing: {
    ...kizilsu2025.filing,
    byDepartment: fromNotice(
      [{ code: 'county-industry', name: '某县工信局', due: '2025-11-19T18:00' }],
      '通知 三（三）：各县11月19日18:00前报自治州',
    ),
  },
  levelWindows: fromNotice(
    [{ level: 'assistant', audit: { opens: '2025-11-25T00:00', due: '2025-12-10T24:00' } }],
    '通知 三（四）：助理级12月10日审核完毕',
  ),
  rounds: fromNotice(
    {
      first: { zh: '上半年', en: 'First half' },
      later: [
        {
          code: 'second',
          zh: '下半年',
          en: 'Second half',
          filing: {
            opens: '2026-02-02T10:00',
            applicant: '2026-03-06T18:00',
            unit: '2026-03-20T18:00',
            chain: '2026-04-03T18:00',
            byDepartment: null,
            committee: '2026-04-03T18:00',
          },
          windows: {
            audit: { opens: '2026-04-07T00:00', due: '2026-04-24T24:00' },
            payment: { opens: '2026-04-27T00:00', due: '2026-04-30T24:00' },
            materials: { opens: '2026-04-27T00:00', due: '2026-04-30T24:00' },
          },
          correctionUntil: null,
        },
      ],
    },
    '通知 三（六）：下半年批次',
  ),
  correctionUntil: fromNotice('2025-12-05T18:00', '通知 四（二）：补正至12月5日18:00'),
  conferralCopies: fromNotice('自治区人力资源和社会保障厅，州直各有关单位', '通知 七'),
  stages: { ...kizilsu2025.stages, defense: fromNotice(true, '通知 四（三）') },
  defense: { ...kizilsu2025.defense, levels: fromNotice(['mid'], '通知 四（三）') },
  defenseFee: fromNotice({ fees: { mid: 10_000 }, window: null, workingDays: 3 }, '通知 五'),
  feeExemptEmployers: fromNotice(['private_enterprise'], '通知 五'),
  evidence: {
    ...kizilsu2025.evidence,
    exemptionApprovers: fromNotice('由派出单位的主管部门审核', '通知 附件3'),
    retirementReference: fromNotice('2025-12-31T00:00', '通知 一'),
    yearsReference: fromNotice('2025-12-31T00:00', '通知 四（三）'),
    continuingEducationHours: fromNotice(90, '通知 四（四）'),
    examination: fromNotice({ name: '专业能力考试', years: 3, tracks: null, levels: ['mid'] }, '通知 四（五）'),
  },
  localUnits: fromNotice({ regions: [{ code: '653000', name: '某州' }], departments: [], units: [] }, '通知 二'),
  results: {
    ...kizilsu2025.results,
    recentYears: fromNotice(5, '通知 附件1'),
    recentReference: fromNotice('2025-12-31T00:00', '通知 附件1'),
  },
  contact: {
    person: fromNotice('职称办', '通知 八'),
    enquiries: fromNotice('0908-0000001', '通知 八'),
    platform: fromNotice('0991-0000002', '通知 八'),
    reports: fromNotice('0908-0000003', '通知 八'),
    address: fromNotice('某市某路1号', '通知 八'),
    payee: fromNotice('某局', '通知 五'),
    bank: fromNotice('某银行某支行', '通知 五'),
    account: fromNotice('0000 0000 0000', '通知 五'),
    payQr: fromNotice('https://pay.example/1', '通知 五'),
  },
  words: {
    announcement: ownWords({ zh: '各单位：\n请按时申报。\n\n咨询请打电话。', en: 'Please apply in time.' }),
    letters: ownWords({ zh: '<b>请</b>留意期限。', en: '' }),
    help: ownWords({ zh: '请先联系本单位。', en: '' }),
  },
  clauses: {
    ...kizilsu2025.clauses,
    masking: fromNotice('通知 附件1', '通知 附件1'),
    skilled: fromNotice('通知 二（四）', '通知 二（四）'),
    entrusted_review: fromNotice('通知 二（五）', '通知 二（五）'),
    exemption_form: fromNotice('通知 附件3', '通知 附件3'),
  },
};
