import type { EventName } from '../../rules/application/lifecycle.js';
import type { Dossier, SectionName } from '../../rules/dossier/dossier.js';

/** The reasons given with acts that require one. */
export const reasons: Readonly<Partial<Record<EventName, string>>> = {
  return_to_applicant: '工作经历与人事档案记载的起止时间不一致，请核对后重新提交。',
  decline: '经单位研究，申报人任现职以来的业绩尚不足以支撑所申报级别，今年暂不推荐。',
  return_to_unit: '推荐意见未加盖单位公章，请补盖后重新报送；公示内容无变化的，可沿用原公示。',
  return_correction: '补充的验收证明未加盖公章，请补盖后重新提交。',
  refuse: '所从事工作与申报专业不一致，不符合本次评审的专业范围，不予受理。',
  withdraw: '因工作调动离开原单位，申请撤回本年度申报。',
  defer: '主要业绩的验收材料需向项目业主单位核实，经评委会同意缓议至下次会议。',
  extend: '申报人驻村期间道路因洪水中断，无法按时报送原件，申请顺延。',
};

/** An objection and its possible outcomes. */
export const objection = {
  raised: { reason: '公示所列技术改造项目的主要完成人另有其人，请核实。', contact: '0997-2122598（监督电话记录）' },
  upheld: '经调查，申报人所列业绩系他人成果，验收材料署名被涂改，异议属实。',
  dismissed: '经查阅项目档案与验收材料，申报人为该项目第一完成人，异议不成立。',
} as const;

export const defensePlace = '地区综合办公区2号楼5楼会议室';

/** A defect as the office writes it. */
export interface Defect {
  readonly section: SectionName;
  readonly field: string;
  readonly text: string;
  /** The candidate's answer. */
  readonly answer: string;
}

const defects: readonly Defect[] = [
  {
    section: 'achievements',
    field: 'entries.0.description',
    text: '业绩说明未写明本人承担的具体工作，请补充本人作用，并上传验收证明。',
    answer: '已补充本人承担的工作内容，并上传加盖公章的验收证明。',
  },
  {
    section: 'workSummary',
    field: 'text',
    text: '工作总结未涵盖任现职以来的全部年度，请按年度补充主要专业技术工作。',
    answer: '已按年度补充工作总结。',
  },
  {
    section: 'education',
    field: 'documents.degree_verification',
    text: '学信网《学历证书电子注册备案表》已超过在线验证有效期，请重新申请后上传。',
    answer: '已重新申请并上传在有效期内的备案表。',
  },
  {
    section: 'appraisals',
    field: 'documents.appraisal_form',
    text: '上一年度《专业技术人员业务考核登记表》缺单位意见盖章页，请上传完整扫描件。',
    answer: '已上传含盖章页的完整扫描件。',
  },
];

/** The two defects found at a candidate's nth submission; the next submission gets different ones. */
export function defectsAt(submission: number): readonly Defect[] {
  const from = (2 * (submission - 1)) % defects.length;
  return defects.slice(from, from + 2);
}

/** The form after `rounds` corrections, which change what was published where `republished`. */
export function amended(dossier: Dossier, rounds: number, republished: boolean): Dossier {
  const [first, ...others] = dossier.achievements?.entries ?? [];
  const entries = [{ ...first, description: `${first?.description ?? ''}本人负责方案设计与现场调试。` }, ...others];
  const more = Array.from({ length: rounds }, (_, round) => `补充说明（${round + 1}）：各年度主要工作见所附年度小结。`);
  return {
    ...dossier,
    ...(republished && rounds > 0 ? { achievements: { entries } } : {}),
    workSummary: { text: [dossier.workSummary?.text ?? '', ...more].join('\n') },
  };
}
