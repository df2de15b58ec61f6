import { useTranslation } from 'react-i18next';
import { documentWords } from '../../rules/dossier/documentWords.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';

const english: Readonly<Record<DocumentKind, string>> = {
  id_card: 'Identity card',
  photo: 'One-inch portrait photograph',
  diploma: 'Diploma and degree certificate',
  degree_verification: 'Online registration or verification of the degree (CHSI)',
  graduate_registration: 'Graduate registration form from the personnel file',
  qualification_document: 'Document that conferred the present qualification',
  title_certificate: 'Certificate of the professional title',
  review_form: 'Review form of the present qualification',
  achievement_evidence: 'Evidence of practice and achievements',
  appraisal_form: 'Annual appraisal form',
  personal_appraisal: 'Personal appraisal',
  work_summary: 'Work summary',
  publication: 'Paper, book or what counts as one',
  publicity_notice: 'Unit publicity',
  publicity_result: 'Result of the publicity',
  recommendation: 'Recommendation of the unit',
  commitment: 'Personal commitment',
  posting_photo: 'Photo of the posting in the unit',
  teacher_certificate: 'Teacher’s certificate',
  mandarin_certificate: 'Mandarin certificate',
  continuing_education_public: 'Continuing education, general course certificate',
  continuing_education_professional: 'Continuing education, professional course certificate',
  continuing_education_exemption: 'Approved exemption from study (Annex 4)',
  skill_certificate: 'Vocational qualification or skill level certificate',
  defense_exemption_proof: 'Proof of exemption from the defense',
  other: 'Other evidence',
};

/** What each kind of document is called in the language of the moment; in Chinese by the notice's own words. */
export function useDocumentWords(): Readonly<Record<DocumentKind, string>> {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? documentWords : english;
}
