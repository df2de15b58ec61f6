import { byDefault, fromNationalRule } from '../campaigns/ruled.js';
import type { FieldTree } from '../policyFields.js';
import { count, days, years } from '../ranges.js';

/** How the committees of a campaign are formed, meet and publish their results: a section of `policyTable`. */
export const reviewCommitteeTable = {
  committees: { kind: 'committees', zh: '评审委员会及其专业', en: 'Committees and their specialties' },
  /** The usual sizes are those the national rule sets for senior titles; the linter holds a policy to them. */
  minimumSeries: {
    ...count,
    zh: '按系列组建的评委会最少人数',
    en: 'Fewest members of a committee of a series',
    usual: fromNationalRule(25, '人社部令第40号（按系列组建的高级评审委员会人数）'),
  },
  minimumSpecialty: {
    ...count,
    zh: '按专业组建的评委会最少人数',
    en: 'Fewest members of a committee of a specialty',
    usual: fromNationalRule(11, '人社部令第40号（按专业组建的高级评审委员会人数）'),
  },
  odd: {
    kind: 'yesNo',
    zh: '评委会人数是否为单数',
    en: 'The committee has an odd number of members',
    usual: fromNationalRule(true, '人社部令第40号（评审委员会人数为单数）'),
  },
  alternates: {
    kind: 'number',
    min: 0,
    max: 100,
    zh: '候补专家人数',
    en: 'Number of alternates',
    usual: byDefault(3, '人社部令第40号未规定：候补专家3名，按抽取顺序递补'),
  },
  termYears: {
    ...years,
    zh: '评审专家任期年数',
    en: 'Years an expert serves',
    usual: fromNationalRule(3, '人社部令第40号（评审专家任期）'),
  },
  /** 评审方案呈报. */
  planFiled: {
    kind: 'yesNo',
    zh: '评审方案是否呈报',
    en: 'The plan of the review is filed',
    usual: byDefault(false, '通知未规定：评审方案不呈报；当地人社部门要求呈报的改为是'),
  },
  /** 结果备案. */
  resultsFiled: {
    kind: 'yesNo',
    zh: '评审结果是否备案',
    en: 'The results are filed',
    usual: fromNationalRule(true, '人社部令第40号（评审结果备案）'),
  },
  reexaminationWorkingDays: {
    ...days,
    zh: '复查申请工作日',
    en: 'Working days to ask for a reexamination',
    usual: byDefault(5, '人社部令第40号（评审结果复查）未规定日数：5个工作日'),
  },
  /** Whether the public page leaves out what Annex 1 publishes beside the name, which it always shows: who cannot be told apart cannot be objected to. */
  maskPublicNotice: {
    kind: 'yesNo',
    zh: '公示页是否略去姓名以外的个人信息（民族、身份证号）',
    en: 'Public pages leave out personal data beside the name (ethnicity, ID number)',
    usual: byDefault(
      true,
      '个人信息保护法第六条（最小范围）：公示页显示姓名全名，否则无从提出异议；证件号码、民族等略去，附件1原样仅限单位张贴',
    ),
  },
  unreachableObjectionHolds: {
    kind: 'yesNo',
    zh: '无法联系到提出人的异议，办结前是否不得期满',
    en: 'An objection whose author cannot be reached holds the notice up until it is settled',
    usual: byDefault(
      false,
      '通知未规定：提出人未经验证、无法核实的异议登记备查，可以核查办结，但本身不使公示不期满、不影响授予，以免一封匿名信拖住一个人',
    ),
  },
  criteria: {
    kind: 'criteria',
    zh: '答辩评分项与权重',
    en: 'Criteria of a defense and their weights',
    usual: byDefault(
      [
        { code: 'knowledge', name: '专业理论水平', weight: 30 },
        { code: 'ability', name: '解决实际问题能力', weight: 40 },
        { code: 'results', name: '业绩成果', weight: 20 },
        { code: 'expression', name: '表达与应答', weight: 10 },
      ],
      '通知未规定：答辩评分项与权重',
    ),
  },
  /** Decimals a score is shown with, rounded half up. */
  scoreDecimals: {
    kind: 'number',
    min: 0,
    max: 6,
    zh: '成绩小数位数',
    en: 'Decimals of a score',
    usual: byDefault(2, '通知未规定：成绩保留两位小数，四舍五入'),
  },
} as const satisfies FieldTree;
