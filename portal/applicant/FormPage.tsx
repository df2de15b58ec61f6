import { Page } from '../pieces/Page.js';
import { applicant } from '../words/applicant.js';
import { useWords } from '../words/area.js';

/** `/applicant/:id/form`: the form by sections. */
export function FormPage() {
  const t = useWords(applicant);
  return <Page title={t('form')} empty />;
}
