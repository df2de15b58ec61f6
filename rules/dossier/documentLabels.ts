import type { BilingualText } from '../bilingualText.js';
import type { DocumentKind } from './dossier.js';

/** The label of each kind of document; the Chinese one is the notice's own. */
export const documentLabels: Readonly<Record<DocumentKind, BilingualText>> = {
  id_card: { zh: '身份证', en: 'Identity card' },
  photo: { zh: '一寸免冠照片', en: 'One-inch portrait photograph' },
  diploma: { zh: '学历学位证书', en: 'Diploma and degree certificate' },
  degree_verification: {
    zh: '学信网《学历证书电子注册备案表》或《学籍在线验证报告》',
    en: 'Online registration or verification of the degree (CHSI)',
  },
  graduate_registration: { zh: '人事档案中的“毕业生登记表”', en: 'Graduate registration form from the personnel file' },
  qualification_document: { zh: '任职资格文件', en: 'Document that conferred the present qualification' },
  title_certificate: { zh: '职称证书', en: 'Certificate of the professional title' },
  review_form: { zh: '《专业技术职务任职资格评审表》', en: 'Review form of the present qualification' },
  achievement_evidence: { zh: '实践能力、业绩成果佐证材料', en: 'Evidence of practice and achievements' },
  appraisal_form: { zh: '《专业技术人员业务考核登记表》', en: 'Annual appraisal form' },
  personal_appraisal: { zh: '个人鉴定材料', en: 'Personal appraisal' },
  work_summary: { zh: '工作总结', en: 'Work summary' },
  publication: { zh: '论文、著作或视同论文的成果', en: 'Paper, book or what counts as one' },
  publicity_notice: { zh: '单位公示', en: 'Unit publicity' },
  publicity_result: { zh: '公示结果', en: 'Result of the publicity' },
  recommendation: { zh: '单位推荐意见', en: 'Recommendation of the unit' },
  commitment: { zh: '个人承诺书', en: 'Personal commitment' },
  posting_photo: { zh: '单位张贴公示照片', en: 'Photo of the posting in the unit' },
  paper_minutes: { zh: '纸质评审会议记录扫描件', en: 'Scan of paper minutes of the meeting' },
  teacher_certificate: { zh: '教师资格证', en: 'Teacher’s certificate' },
  mandarin_certificate: { zh: '普通话等级证书', en: 'Mandarin certificate' },
  continuing_education_public: {
    zh: '继续教育公需课培训合格证书',
    en: 'Continuing education, general course certificate',
  },
  continuing_education_professional: {
    zh: '继续教育专业课培训合格证书',
    en: 'Continuing education, professional course certificate',
  },
  continuing_education_exemption: { zh: '免学审批表（附件4）', en: 'Approved exemption from study (Annex 4)' },
  skill_certificate: {
    zh: '职业资格证书或职业技能等级证书',
    en: 'Vocational qualification or skill level certificate',
  },
  defense_exemption_proof: { zh: '免于答辩证明材料', en: 'Proof of exemption from the defense' },
  expert_recommendation: { zh: '同行专家推荐信', en: 'Recommendation of an expert of the field' },
  exceptional_achievement: { zh: '破格条件证明材料', en: 'Proof of the exceptional conditions' },
  assessment_form: { zh: '《专业技术职务任职资格初次确定（考核认定）表》', en: 'Form of the assessment by the unit' },
  entrustment_letter: { zh: '委托评审函', en: 'Letter that entrusts the review' },
  entrusted_decision: { zh: '受托评委会评审结果文件', en: 'Decision of the entrusted committee' },
  earlier_title_approval: { zh: '原职称批准文件及评审表', en: 'Approval and review form of the earlier title' },
  examination_result: { zh: '专业技术资格考试合格证明', en: 'Proof of the examination passed' },
  grassroots_proof: { zh: '基层工作经历证明', en: 'Proof of work at the grass roots' },
  fee_exemption_proof: { zh: '免缴评审费证明材料', en: 'Proof of exemption from the review fee' },
  other: { zh: '其他证明材料', en: 'Other evidence' },
};
