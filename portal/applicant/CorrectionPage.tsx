import { Page } from '../pieces/Page.js';
import { applicant } from '../words/applicant.js';
import { useWords } from '../words/area.js';

/** `/applicant/:id/correction`: each defect beside what was submitted. */
export function CorrectionPage() {
  const t = useWords(applicant);
  return <Page title={t('correction')} empty />;
}
