import { Page } from '../pieces/Page.js';
import { applicant } from '../words/applicant.js';
import { useWords } from '../words/area.js';

/** `/applicant/new`: choose campaign, unit and level. */
export function NewApplicationPage() {
  const t = useWords(applicant);
  return <Page title={t('start')} empty />;
}
