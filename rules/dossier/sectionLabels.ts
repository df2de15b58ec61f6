import type { BilingualText } from '../bilingualText.js';
import type { SectionName } from './dossier.js';

/** Labels of the form's sections (通知 四). */
export const sectionLabels: Readonly<Record<SectionName, BilingualText>> = {
  basicInformation: { zh: '基本信息', en: 'Basic information' },
  education: { zh: '学历学位', en: 'Education' },
  presentQualification: { zh: '现任职资格', en: 'Present qualification' },
  workHistory: { zh: '工作经历', en: 'Work history' },
  achievements: { zh: '业绩成果', en: 'Achievements' },
  appraisals: { zh: '考核情况', en: 'Appraisals' },
  workSummary: { zh: '工作总结', en: 'Work summary' },
  publications: { zh: '论文著作', en: 'Publications' },
  otherAttachments: { zh: '其他附件', en: 'Other attachments' },
  masking: { zh: '涉密与脱密', en: 'Confidential matters' },
  continuingEducation: { zh: '继续教育', en: 'Continuing education' },
  mandarin: { zh: '普通话', en: 'Mandarin' },
  skilledCertificate: { zh: '技能证书', en: 'Skill certificate' },
  defenseExemption: { zh: '免于答辩', en: 'Exemption from the defense' },
};
