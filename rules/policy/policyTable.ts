import { byDefault, fromNationalRule } from './campaigns/ruled.js';
import { clauseTable } from './clauses.js';
import { contactTable } from './contact.js';
import type { FieldTree } from './policyFields.js';
import { count, days, years } from './ranges.js';
import { alarmsTable } from './tables/alarmsTable.js';
import { resultsTable } from './tables/resultsTable.js';
import { reviewCommitteeTable } from './tables/reviewCommitteeTable.js';
import { scansTable } from './tables/scansTable.js';
import { wordsTable } from './words.js';

/**
 * Every value of a policy, once: label, kind, bounds, and the usual value with its clause where the national rule or
 * common practice gives one. The type `Policy`, the API's schema, the portal's controls and the linter read this table.
 */
export const policyTable = {
  levels: { kind: 'levels', min: 1, zh: '受理级别', en: 'Levels offered' },
  /** Null: the people of every unit may file. */
  belonging: { kind: 'belonging', optional: true, zh: '申报单位范围', en: 'Units whose people may apply' },
  /** People of other units hand in a letter that entrusts their review; null: nobody does. */
  localUnits: {
    kind: 'belonging',
    optional: true,
    zh: '本地区单位（无需委托评审函）',
    en: 'Local units, which need no letter of entrustment',
  },
  /** Individuals may submit from `opens`; a stage without its own cutoff has that of the next stage that has one. */
  filing: {
    opens: { kind: 'moment', zh: '申报开始时间', en: 'Filing opens' },
    applicant: { kind: 'moment', optional: true, zh: '个人提交截止时间', en: 'Cutoff for applicants' },
    unit: { kind: 'moment', optional: true, zh: '单位报送截止时间', en: 'Cutoff for units' },
    chain: { kind: 'moment', optional: true, zh: '主管部门报送截止时间', en: 'Cutoff for departments' },
    /** Departments whose cutoff is not `chain`, those of counties for instance. */
    byDepartment: {
      kind: 'cutoffs',
      optional: true,
      zh: '个别主管部门报送截止时间',
      en: 'Cutoffs of single departments',
    },
    committee: { kind: 'moment', zh: '提交至评委会截止时间', en: 'Cutoff for reaching the committee' },
    /** For whom an application comes back to after their own cutoff; never beyond the committee's. */
    afterReturn: {
      kind: 'period',
      zh: '退回时本级截止已过的办理期限',
      en: 'Time after a return that comes after the own cutoff',
      usual: byDefault(
        { days: 3, count: 'working' },
        '通知未规定逐级退回时本级截止已过的情形：自退回起3个工作日，不超过提交至评委会的截止时间',
      ),
    },
  },
  /** Null: no opening is awaited and no end announced; payment and originals are then due by the fewest days alone. */
  audit: { kind: 'window', optional: true, zh: '审核时间', en: 'Audit' },
  payment: { kind: 'window', optional: true, zh: '缴费时间', en: 'Payment' },
  materials: { kind: 'window', optional: true, zh: '材料报送时间', en: 'Delivery of the originals' },
  delivery: {
    byUnit: {
      kind: 'yesNo',
      zh: '是否由用人单位统一报送原件',
      en: 'The unit delivers the originals of all its people',
      usual: byDefault(false, '通知未规定：由申报人报送'),
    },
    /** Days and hours as the notice words them; null: none are stated. */
    officeHours: { kind: 'text', optional: true, zh: '原件收取时间', en: 'When the office takes originals' },
  },
  /** Windows of single levels, before those of a committee and of the campaign. */
  levelWindows: { kind: 'levelWindows', optional: true, zh: '个别级别的时间', en: 'Windows of single levels' },
  /** Null: one round a year. */
  rounds: { kind: 'rounds', optional: true, zh: '批次', en: 'Rounds of the year' },
  /** Payment and originals are never due earlier than this many working days after acceptance. */
  paymentGraceWorkingDays: {
    ...days,
    zh: '受理后缴费与报送的最少工作日',
    en: 'Fewest working days to pay and deliver after acceptance',
  },
  rollToWorkingDay: {
    kind: 'yesNo',
    zh: '截止日遇节假日是否顺延',
    en: 'Deadlines on a holiday move to the next working day',
  },
  dayOfActCounts: {
    kind: 'yesNo',
    zh: '当日是否计入期间',
    en: 'The day of the act counts',
    usual: byDefault(false, '通知未规定：期间自次日起算，不短于规定'),
  },

  unitPublicityWorkingDays: { ...days, zh: '单位公示工作日', en: 'Working days of the unit publicity' },
  resultNoticeWorkingDays: {
    ...days,
    zh: '结果公示工作日',
    en: 'Working days of the public notice',
    usual: fromNationalRule(5, '人社部令第40号（评审结果公示）'),
  },
  maxSubmissions: { kind: 'number', min: 1, max: 9, zh: '上报次数上限', en: 'Most submissions' },
  correction: { kind: 'period', zh: '补正期限', en: 'Time for a correction' },
  /** Corrections are due at this moment, and never sooner than `correction` after the return; null: by `correction` alone. */
  correctionUntil: { kind: 'moment', optional: true, zh: '补正截止时间', en: 'Corrections are due until' },
  /** Whether a unit states with its recommendation when it decided on it, and which leader answers for it. */
  unitDecision: {
    kind: 'yesNo',
    zh: '推荐时是否写明单位研究日期和主要领导',
    en: 'A recommendation states the unit’s decision and the responsible leader',
    usual: byDefault(false, '通知未规定：推荐意见由单位盖章上传，不另填写'),
  },
  /** Whether a correction goes to the unit before the committee. */
  correctionViaUnit: { kind: 'yesNo', zh: '补正是否经用人单位复核', en: 'Corrections pass through the unit' },
  /** Whether a correction that changes what Annex 1 published is published anew before the committee audits it. */
  correctionRepublish: {
    kind: 'yesNo',
    zh: '补正改动公示内容的，是否重新公示',
    en: 'A correction of what was published is published again',
    usual: byDefault(true, '通知未规定：补正改动公示过的内容的，单位重新公示，评委会等候'),
  },
  /** Zero: a posting is never taken back. */
  publicityRetractionDays: {
    kind: 'number',
    min: 0,
    max: 60,
    zh: '公示有笔误可撤下更正的日数',
    en: 'Days within which a posting with a mistake may be taken back',
    usual: byDefault(2, '通知未规定：公示发布后2日内可说明理由撤下更正，重新公示期限从新计算'),
  },
  /** Unit and department only of their own people, while an application lies with them. */
  identityReaders: {
    kind: 'roles',
    zh: '可查看完整身份证号和电话的角色',
    en: 'Roles that may see full ID numbers and telephones',
    usual: byDefault(
      ['office', 'unit', 'department'],
      '个人信息保护法第六条（最小范围）：办事机构，以及核对身份时的用人单位、主管部门；每次须写明理由',
    ),
  },
  /** Whether nobody's title is conferred before the unit has confirmed its posting of the result. */
  conferralAwaitsPosting: {
    kind: 'yesNo',
    zh: '用人单位确认公示前是否不授予资格',
    en: 'No title is conferred before the unit has confirmed its posting',
    usual: byDefault(false, '通知未规定以单位公示为授予资格的条件：单位未公示的予以提醒，不由申报人承担'),
  },
  /** As the 版记 of the notice of qualification prints them (GB/T 9704), divided by commas; null: nobody gets a copy. */
  conferralCopies: {
    kind: 'text',
    optional: true,
    zh: '任职资格文件抄送机关（多个用逗号分隔；不填则不印抄送）',
    en: 'Who gets a copy of the notice of qualification (divided by commas; empty: nobody)',
  },
  /** Whether a unit confirms its posting of the result only with a photo of it. */
  postingPhoto: { kind: 'yesNo', zh: '单位公示结果是否须附照片', en: 'A photo of the posting is required' },

  /** 评聘结合: a unit recommends no more candidates of a level than it has vacant positions. */
  positions: {
    kind: 'yesNo',
    zh: '是否评聘结合（按岗位空缺推荐）',
    en: 'Recommendations are limited to vacant positions',
    usual: byDefault(false, '通知未规定评聘结合：推荐不核对岗位'),
  },
  /** Null: every kind. */
  positionEmployers: {
    kind: 'employers',
    optional: true,
    zh: '评聘结合适用的单位类别',
    en: 'Kinds of employer limited to vacant positions',
  },

  /** Stages a notice may leave out. */
  stages: {
    unitPublicity: { kind: 'yesNo', zh: '是否单位公示', en: 'Unit publicity is held' },
    payment: { kind: 'yesNo', zh: '是否缴费', en: 'A fee is asked for' },
    materials: { kind: 'yesNo', zh: '是否报送原件', en: 'Originals are asked for' },
    paymentBeforeAudit: {
      kind: 'yesNo',
      zh: '是否先缴费后审核',
      en: 'The fee is paid before the audit',
      usual: byDefault(false, '通知未规定：审核通过后缴费'),
    },
    materialsBeforeAudit: {
      kind: 'yesNo',
      zh: '是否先报送原件后审核',
      en: 'The originals are delivered before the audit',
      usual: byDefault(false, '通知未规定：审核通过后报送原件'),
    },
    defense: { kind: 'yesNo', zh: '是否答辩', en: 'Defenses are held' },
    publicNotice: { kind: 'yesNo', zh: '是否结果公示', en: 'Results are put on notice' },
  },
  /** Of the review; of the whole where no part of it is due at the defense. */
  /** Kinds of employer whose people pay nothing; null: none. */
  feeExemptEmployers: {
    kind: 'employers',
    optional: true,
    zh: '免收评审费的单位类别',
    en: 'Kinds of employer whose people pay no fee',
  },
  fees: { kind: 'fees', zh: '收费标准', en: 'Fees' },
  /** Null: the one fee covers the defense too. */
  defenseFee: { kind: 'defenseFee', optional: true, zh: '答辩费', en: 'Defense fee' },
  defense: {
    levels: { kind: 'levels', min: 0, zh: '须答辩的级别', en: 'Levels that defend' },
    minimumExperts: {
      ...count,
      zh: '答辩专家最少人数',
      en: 'Fewest experts at a defense',
      usual: fromNationalRule(3, '人社部令第40号（评议组人数）'),
    },
    noticeDays: { kind: 'number', min: 0, max: 366, zh: '答辩提前通知日数', en: 'Days of notice before a defense' },
    reschedulesAfterAbsence: {
      kind: 'number',
      min: 0,
      max: 9,
      zh: '缺席后改期次数',
      en: 'New appointments after an absence',
    },
    averageWaitsForAll: {
      kind: 'yesNo',
      zh: '免答辩平均分是否等候审核、补正、缴费中的申报人',
      en: 'The average of the exempt waits for candidates still in audit, correction or payment',
      usual: byDefault(true, '通知未规定：当年参加该专业答辩人员的平均分，等候所有仍可能参加答辩的申报人'),
    },
    averageWaitDays: {
      kind: 'number',
      min: 0,
      max: 366,
      zh: '免答辩平均分等候日数（自审核、缴费、报送截止起）',
      en: 'Days the average of the exempt is waited for, after audit, payment and originals have ended',
      usual: byDefault(30, '通知未规定：截止30日后仍有人未答辩的，由办事机构说明理由决定'),
    },
  },
  /** After as many days without a result of a review entrusted to another committee the office is told. */
  entrustedReviewDays: {
    ...days,
    zh: '委托评审未返回结果的提醒日数',
    en: 'Days without the result of an entrusted review until the office is told',
    usual: byDefault(60, '通知未规定：寄出60日未收到委托评审结果的，提醒办事机构'),
  },
  meeting: {
    minimumCommittee: {
      ...count,
      zh: '评委会最少人数',
      en: 'Fewest members of the committee',
      usual: fromNationalRule(11, '人社部令第40号（按专业组建的评审委员会人数）'),
    },
    quorum: {
      kind: 'fraction',
      zh: '出席比例',
      en: 'Quorum',
      usual: fromNationalRule({ numerator: 2, denominator: 3 }, '人社部令第40号（出席人数）'),
    },
    threshold: {
      kind: 'fraction',
      zh: '通过比例',
      en: 'Threshold',
      usual: fromNationalRule({ numerator: 2, denominator: 3 }, '人社部令第40号（表决通过票数）'),
    },
  },
  sanctions: {
    personYears: { ...years, zh: '个人处罚年限', en: 'Years of a sanction on a person' },
    unitYears: { ...years, zh: '单位处罚年限', en: 'Years of a sanction on a unit' },
    unitPassedBy: {
      kind: 'yesNo',
      zh: '被处罚单位的申报是否由上级主管部门推荐',
      en: 'The department above recommends in place of a unit under sanction',
      usual: byDefault(true, '通知未规定：被处罚单位在处罚期内不得推荐，由上级主管部门核实后推荐'),
    },
    commitmentYears: { ...years, zh: '违反承诺处罚年限', en: 'Years of a sanction for a breach of the commitment' },
  },
  reminders: {
    daysBefore: {
      kind: 'numbers',
      min: 1,
      max: 366,
      longest: 20,
      zh: '截止前提醒日数',
      en: 'Reminders, days before a deadline',
      usual: byDefault([7, 3, 1], '通知未规定：截止前7日、3日、1日提醒'),
    },
    correctionHoursBefore: {
      kind: 'numbers',
      min: 1,
      max: 720,
      longest: 20,
      zh: '补正截止前提醒小时数',
      en: 'Reminder, hours before a correction is due',
      usual: byDefault([24, 4], '通知未规定：补正截止前24小时、4小时提醒'),
    },
  },
  /** After how many days somebody is told that something stands still. Deadlines do not follow from these. */
  alarms: alarmsTable,
  evidence: {
    continuingEducationYears: {
      kind: 'numbers',
      min: 1990,
      max: 2100,
      longest: 20,
      zh: '继续教育年度',
      en: 'Years of continuing education',
    },
    /** Null: certificates of both courses of each year. */
    continuingEducationHours: {
      kind: 'number',
      optional: true,
      min: 1,
      max: 1000,
      zh: '继续教育每年学时',
      en: 'Hours of continuing education a year',
    },
    appraisalYears: { kind: 'number', min: 0, max: 20, zh: '考核年数', en: 'Number of annual appraisals' },
    mandarin: { kind: 'mandarin', zh: '普通话最低等级', en: 'Lowest grade of Mandarin' },
    examination: { kind: 'examination', optional: true, zh: '考试成绩', en: 'Examination result' },
    skilled: { kind: 'skilled', zh: '高技能人才贯通年限与级别', en: 'Skilled talents: years and levels' },
    retirementAge: {
      kind: 'ages',
      zh: '法定退休年龄',
      en: 'Statutory retirement age',
      usual: fromNationalRule(
        { male: 60, female: 55, femaleWorker: 50 },
        '国发〔1978〕104号（男60周岁、女干部55周岁、女工人50周岁；2025年1月起按国务院关于渐进式延迟法定退休年龄的办法逐月延迟）',
      ),
    },
    /** As the notice words it; null: it does not say. */
    exemptionApprovers: {
      kind: 'text',
      optional: true,
      zh: '免学申请表由谁审核盖章',
      en: 'Who approves and seals the exemption from study',
    },
    /** Null: the day of the submission. */
    retirementReference: {
      kind: 'moment',
      optional: true,
      zh: '是否达到退休年龄的基准日',
      en: 'Day on which the retirement age counts',
    },
    /** A candidate who reaches the age after the submission and by then, or by the meeting, is pointed out; nobody is refused for it. */
    retirementSeenUntil: {
      kind: 'moment',
      zh: '评审期间到龄核对至（预计评审会时间）',
      en: 'Reaching the retirement age is pointed out until (meeting expected by)',
    },
    /** Null: the day of the submission. */
    yearsReference: {
      kind: 'moment',
      optional: true,
      zh: '任职、取证年限的基准日',
      en: 'Day on which years of a title or certificate count',
    },
    /** Otherwise a submission of somebody who meets none of the conditions of their track and level is refused. */
    conditionsByOffice: {
      kind: 'yesNo',
      zh: '不符合任职资格条件的，是否由办事机构审核决定（说明理由可例外通过）',
      en: 'The office decides, with a reason, on candidates who do not meet the conditions',
      usual: byDefault(
        true,
        '通知未规定不符合任职资格条件的一律不予受理：如实上报，由办事机构审核，例外通过须说明理由',
      ),
    },
    /** Zero: the year in which somebody began to work is always asked for. */
    firstYearMonths: {
      kind: 'number',
      min: 0,
      max: 12,
      zh: '参加工作当年满几个月须有考核和继续教育',
      en: 'Months of work after which the first year is asked for',
      usual: byDefault(6, '事业单位工作人员考核规定（初次就业当年工作不满半年的不确定考核档次）；通知未规定'),
    },
  },
  results: resultsTable,
  scans: scansTable,
  reviewCommittee: reviewCommitteeTable,
  contact: contactTable,
  /** Of the office itself; null: none. */
  words: wordsTable,
  /** Where the notice has what the law rests on; null: nowhere. */
  clauses: clauseTable,
} as const satisfies FieldTree;

type Usual<Section> = {
  readonly [Name in keyof Section as Section[Name] extends { readonly usual: unknown }
    ? Name
    : never]: Section[Name] extends {
    readonly usual: infer Value;
  }
    ? Value
    : never;
};

/** The usual values of a section of the table; nothing in them is confirmed. */
export function usualValues<Section extends FieldTree>(section: Section): Usual<Section> {
  const usual = Object.entries(section).flatMap(([name, field]) => ('usual' in field ? [[name, field.usual]] : []));
  return Object.fromEntries(usual) as Usual<Section>;
}
