import { nationalLevels, trackOf, usualEmployerKinds, usualSkillGrades } from '../../campaign/codes.js';
import type { WindowedPolicy } from '../policy.js';
import { policyTable, usualValues } from '../policyTable.js';
import { byDefault, clausesOf, fromNotice } from './ruled.js';

/**
 * The notice of 阿克苏地区工业和信息化局, 2024-07-15, as data. Each value carries the clause it comes from; what the notice
 * leaves open is a default that says why, and what a national rule decides waits for the office to confirm it. The printed
 * notice counts 一 to 四 and then 三 once more, for 其他事宜: that part is cited as printed, with its name.
 */
export const aksu2024: WindowedPolicy = {
  id: 'aksu-2024',
  version: 1,
  title: '2024年度工程系列机械电子、化工（含制药）专业职称评审及民营企业专项评审',
  committee: '阿克苏地区工业和信息化局评审委员会',
  year: 2024,
  announcedOn: '2024-07-15',
  region: 'xinjiang',
  specialties: [
    { code: 'mechanical_electronic', name: '机械电子', series: '工程系列' },
    { code: 'chemical', name: '化工（含制药）', series: '工程系列' },
  ],
  codes: {
    levels: [
      { code: 'junior', zh: '初级', en: 'Junior', rank: 2, senior: false },
      nationalLevels.mid,
      nationalLevels.deputy_senior,
    ],
    tracks: [
      trackOf({ code: 'regular', zh: '正常申报', en: 'Regular', clause: '通知 一' }),
      trackOf({
        code: 'private_special',
        zh: '民营企业专项',
        en: 'Private enterprise special',
        fullZh: '民营企业专项评审',
        clause: '通知 一',
        levels: ['junior', 'mid'],
        employerKinds: ['private_enterprise'],
      }),
      trackOf({
        code: 'skilled',
        zh: '技能人才贯通',
        en: 'Skilled personnel',
        fullZh: '高技能人才贯通',
        clause: '通知 四（七）',
        bySkillCertificate: true,
      }),
    ],
    employerKinds: usualEmployerKinds,
    employerRanks: [],
    skillGrades: usualSkillGrades,
  },
  levels: fromNotice(['junior', 'mid', 'deputy_senior'], '通知 三、其他事宜（四）'),
  belonging: null,

  filing: {
    opens: fromNotice('2024-07-22T00:00', '通知 三（一）'),
    applicant: null,
    unit: null,
    chain: null,
    byDepartment: null,
    committee: fromNotice('2024-08-30T18:00', '通知 三（一）'),
    afterReturn: policyTable.filing.afterReturn.usual,
  },
  audit: fromNotice({ opens: '2024-08-10T00:00', due: '2024-09-10T24:00' }, '通知 三（二）'),
  payment: fromNotice({ opens: '2024-09-10T00:00', due: '2024-09-15T24:00' }, '通知 三（三）'),
  materials: fromNotice({ opens: '2024-09-10T00:00', due: '2024-09-15T24:00' }, '通知 三（四）'),
  delivery: { byUnit: policyTable.delivery.byUnit.usual, officeHours: null },
  levelWindows: null,
  rounds: null,
  paymentGraceWorkingDays: byDefault(3, '通知 三（三）未规定审核延误的情形：不由申报人承担'),
  rollToWorkingDay: byDefault(false, '通知 三：按通知写明的日期'),
  dayOfActCounts: policyTable.dayOfActCounts.usual,

  unitPublicityWorkingDays: fromNotice(5, '通知 四（二）、附件1'),
  resultNoticeWorkingDays: policyTable.resultNoticeWorkingDays.usual,
  maxSubmissions: fromNotice(3, '通知 四（一）、四（三）'),
  correction: fromNotice(
    { days: 2, count: 'calendar' },
    '通知 四（一）：“退回后2日内”，按自然日；通知所称工作日均写明“工作日”',
  ),
  correctionUntil: null,
  correctionViaUnit: byDefault(false, '通知 四（一）：退回后由申报人修改，提交评审委员会'),
  identityReaders: policyTable.identityReaders.usual,
  conferralAwaitsPosting: policyTable.conferralAwaitsPosting.usual,
  postingPhoto: byDefault(true, '通知 三（五）：用人单位同步公示，以张贴现场照片为凭'),

  positions: policyTable.positions.usual,
  positionEmployers: null,

  stages: {
    unitPublicity: fromNotice(true, '通知 四（二）'),
    payment: fromNotice(true, '通知 三（三）'),
    materials: fromNotice(true, '通知 三（四）'),
    paymentBeforeAudit: fromNotice(false, '通知 三（二）、三（三）'),
    materialsBeforeAudit: fromNotice(false, '通知 三、其他事宜（三）：材料通过审核后'),
    defense: fromNotice(true, '通知 四（四）'),
    publicNotice: fromNotice(true, '通知 三（五）'),
  },

  fees: fromNotice({ junior: 20_000, mid: 40_000, deputy_senior: 60_000 }, '通知 三、其他事宜（四）'),
  defenseFee: null,
  defense: {
    levels: fromNotice(['deputy_senior'], '通知 四（四）'),
    minimumExperts: policyTable.defense.minimumExperts.usual,
    noticeDays: byDefault(3, '通知 四（四）未规定：提前3日通知答辩'),
    reschedulesAfterAbsence: byDefault(1, '通知 四（四）未规定：缺席改期一次，再缺席按无答辩成绩评审'),
  },
  entrustedReviewDays: policyTable.entrustedReviewDays.usual,
  meeting: usualValues(policyTable.meeting),
  sanctions: {
    personYears: fromNotice(5, '通知 三、其他事宜（一）'),
    unitYears: fromNotice(3, '通知 三、其他事宜（一）'),
    commitmentYears: fromNotice(3, '通知 附件3'),
  },
  reminders: usualValues(policyTable.reminders),
  alarms: usualValues(policyTable.alarms),
  evidence: {
    continuingEducationYears: fromNotice([2021, 2022, 2023, 2024], '通知 四（五）'),
    continuingEducationHours: null,
    appraisalYears: fromNotice(3, '通知 四（一）6'),
    mandarin: fromNotice(
      { minimum: '三级乙等', grades: ['三级乙等', '三级甲等', '二级乙等', '二级甲等', '一级乙等', '一级甲等'] },
      '通知 四（六）',
    ),
    examination: null,
    skilled: fromNotice(
      {
        senior_worker: { years: 2, level: 'junior' },
        technician: { years: 3, level: 'mid' },
        senior_technician: { years: 4, level: 'deputy_senior' },
      },
      '通知 四（七）',
    ),
    retirementAge: policyTable.evidence.retirementAge.usual,
  },
  reviewCommittee: {
    committees: byDefault(
      [
        {
          code: 'engineering',
          name: '工程系列机械电子、化工（含制药）专业评审委员会',
          kind: 'specialty',
          specialties: ['mechanical_electronic', 'chemical'],
        },
      ],
      '通知 一：两个专业由同一评审委员会评审',
    ),
    ...usualValues(policyTable.reviewCommittee),
  },
  clauses: clausesOf({
    scope: '通知 一',
    schedule: '通知 三',
    filing: '通知 三（一）',
    audit_window: '通知 三（二）',
    payment_window: '通知 三（三）',
    materials_window: '通知 三（四）',
    result_notice: '通知 三（五）',
    procedure: '通知 四',
    submission: '通知 四（一）',
    basic_information: '通知 四（一）1',
    education: '通知 四（一）2',
    present_qualification: '通知 四（一）3',
    work_history: '通知 四（一）4',
    achievements: '通知 四（一）5',
    appraisals: '通知 四（一）6',
    work_summary: '通知 四（一）7',
    publications: '通知 四（一）8',
    other_attachments: '通知 四（一）9',
    masking: '通知 四（一）10',
    unit_review: '通知 四（二）',
    positions: null,
    superior_review: '通知 四（二）',
    committee_audit: '通知 四（三）',
    correction: '通知 四（一）、四（三）',
    defense: '通知 四（四）',
    entrusted_review: null,
    continuing_education: '通知 四（五）',
    mandarin: '通知 四（六）',
    skilled: '通知 四（七）',
    sanctions: '通知 三、其他事宜（一）',
    originals: '通知 三、其他事宜（三）',
    fees: '通知 三、其他事宜（四）',
    publicity_form: '通知 附件1',
    recommendation_form: '通知 附件2',
    commitment_form: '通知 附件3',
    exemption_form: '通知 附件4',
  }),
};
