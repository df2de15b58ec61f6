import type { DocumentKind, SectionName } from '../../../../rules/dossier/dossier.js';

/** The document kinds shown with each section. Which of them an applicant needs is decided by the API. */
export const evidenceOf: Readonly<Record<SectionName, readonly DocumentKind[]>> = {
  basicInformation: ['id_card', 'photo'],
  education: ['diploma', 'degree_verification', 'graduate_registration'],
  presentQualification: ['qualification_document', 'title_certificate', 'review_form', 'earlier_title_approval'],
  workHistory: ['grassroots_proof'],
  achievements: ['achievement_evidence'],
  appraisals: ['appraisal_form', 'personal_appraisal'],
  workSummary: ['work_summary'],
  publications: ['publication'],
  otherAttachments: [
    'other',
    'commitment',
    'teacher_certificate',
    'examination_result',
    'assessment_form',
    'expert_recommendation',
    'exceptional_achievement',
    'entrustment_letter',
    'fee_exemption_proof',
  ],
  masking: [],
  continuingEducation: [
    'continuing_education_public',
    'continuing_education_professional',
    'continuing_education_exemption',
  ],
  mandarin: ['mandarin_certificate'],
  skilledCertificate: ['skill_certificate'],
  defenseExemption: ['defense_exemption_proof'],
};

/** Kinds of documents that concern one year each. */
export const aboutAYear: readonly DocumentKind[] = [
  'appraisal_form',
  'personal_appraisal',
  'continuing_education_public',
  'continuing_education_professional',
  'defense_exemption_proof',
];
