import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';

/** `/office/campaigns/:id/policy`: every number with its clause. */
export function PolicyPage() {
  const t = useWords(office);
  return <Page title={t('policy')} empty />;
}
