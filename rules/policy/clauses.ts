import type { BilingualText } from '../bilingualText.js';
import type { Policy } from './policy.js';
import type { FieldOf } from './policyFields.js';

/**
 * What the law rests on, by key. Where a campaign's notice says it stands in the policy (`clauses`): the law names the
 * key, and every refusal, button and page cites the notice at hand.
 */
export const clauseLabels = {
  scope: { zh: '申报范围', en: 'Who may apply' },
  schedule: { zh: '时间安排', en: 'Schedule' },
  filing: { zh: '申报时间', en: 'Time of filing' },
  audit_window: { zh: '审核时间', en: 'Time of the audit' },
  payment_window: { zh: '缴费时间', en: 'Time of payment' },
  materials_window: { zh: '材料报送时间', en: 'Time to deliver the originals' },
  result_notice: { zh: '评审及结果公示', en: 'Meeting and public notice' },
  procedure: { zh: '办理程序', en: 'Procedure' },
  submission: { zh: '个人申报', en: 'Filing by the applicant' },
  basic_information: { zh: '基本信息', en: 'Basic information' },
  education: { zh: '学历证明', en: 'Education' },
  present_qualification: { zh: '专业技术资格', en: 'Present title' },
  work_history: { zh: '工作经历', en: 'Work history' },
  achievements: { zh: '业绩成果', en: 'Achievements' },
  appraisals: { zh: '考核情况', en: 'Appraisals' },
  work_summary: { zh: '工作总结', en: 'Summary of work' },
  publications: { zh: '著作论文', en: 'Publications' },
  other_attachments: { zh: '其他材料', en: 'Other material' },
  masking: { zh: '信息遮盖', en: 'Masking' },
  unit_review: { zh: '单位审核推荐', en: 'Review and recommendation by the unit' },
  positions: { zh: '评聘结合', en: 'Positions of the unit' },
  superior_review: { zh: '逐级报送', en: 'Departments on the way' },
  committee_audit: { zh: '评委会审核', en: 'Audit by the committee' },
  correction: { zh: '补正', en: 'Correction' },
  defense: { zh: '专业水平答辩', en: 'Defense' },
  entrusted_review: { zh: '委托评审', en: 'Entrusted review' },
  continuing_education: { zh: '继续教育', en: 'Continuing education' },
  mandarin: { zh: '普通话', en: 'Mandarin' },
  skilled: { zh: '高技能人才贯通', en: 'Skilled personnel' },
  sanctions: { zh: '责任追究', en: 'Sanctions' },
  originals: { zh: '报送材料', en: 'Originals' },
  fees: { zh: '收费标准', en: 'Fees' },
  publicity_form: { zh: '单位公示模板', en: 'Form of the unit publicity' },
  recommendation_form: { zh: '推荐意见模板', en: 'Form of the recommendation' },
  commitment_form: { zh: '承诺书模板', en: 'Form of the commitment' },
  exemption_form: { zh: '免学申请表', en: 'Form of the exemption' },
} as const satisfies Record<string, BilingualText>;
export type ClauseKey = keyof typeof clauseLabels;

/** The section of `policyTable` in which a campaign says where its notice has each. */
export const clauseTable = Object.fromEntries(
  Object.entries(clauseLabels).map(([key, { zh, en }]) => [
    key,
    { kind: 'citation', optional: true, zh: `条款：${zh}`, en: `Clause: ${en}` },
  ]),
) as { readonly [Key in ClauseKey]: FieldOf<'citation'> & { readonly optional: true } };

/** Rules that no notice sets: national ones, and the product's own. Cited as they stand. */
const generalRules = {
  national: '人社部令第40号',
  extension: '延期规则：说明理由，另一人批准',
  tolling: '中止规则：系统故障或调查期间，期限中止；写明计划恢复或复核日期，另一人批准',
  amendment: '政策修订：说明理由，另一人批准；已告知的期限只延不缩',
  plan_filed: '评审方案呈报',
  results_filed: '评审结果备案',
  lifting: '处罚登记规则：解除须说明理由，另一人批准',
} as const;
export type GeneralRule = keyof typeof generalRules;

/** What a row of the law rests on: one clause or several, of the notice or of a general rule. */
export type Basis = ClauseKey | GeneralRule | readonly (ClauseKey | GeneralRule)[];

const isGeneral = (key: ClauseKey | GeneralRule): key is GeneralRule => key in generalRules;

/** Leaves out the name of the document where the citation before has the same: `通知 四（一）、四（三）`. */
function joined(citations: readonly string[]): string {
  const documentOf = (citation: string | undefined) => citation?.split(' ')[0] ?? '';
  return [...new Set(citations)]
    .map((citation, index, all) => {
      const document = documentOf(citation);
      return index > 0 && document === documentOf(all[index - 1]) && citation.startsWith(`${document} `)
        ? citation.slice(document.length + 1)
        : citation;
    })
    .join('、');
}

/** What can be cited from: a policy, or the part of its clauses that a law needs. */
export interface Cited {
  readonly clauses: Partial<Policy['clauses']>;
}

/** For whoever asks only whether something is allowed and shows no reason. */
export const uncited: Cited = { clauses: {} };

/** The citation of a basis in the campaign's notice; a clause that the notice does not have is named as such. */
export function cite({ clauses }: Cited, basis: Basis): string {
  const keys = typeof basis === 'string' ? [basis] : basis;
  return joined(
    keys.map((key) =>
      isGeneral(key) ? generalRules[key] : (clauses[key]?.value ?? `${clauseLabels[key].zh}（通知未规定）`),
    ),
  );
}

/** What a basis is about, for whoever reads the law without a campaign. */
export function basisLabel(basis: Basis): BilingualText {
  const keys = typeof basis === 'string' ? [basis] : basis;
  const labels = keys.map((key) =>
    isGeneral(key) ? { zh: generalRules[key], en: generalRules[key] } : clauseLabels[key],
  );
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}
