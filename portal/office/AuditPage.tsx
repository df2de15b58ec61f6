import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';

/** `/office/audit/:id`: dossier left, checklist right. */
export function AuditPage() {
  const t = useWords(office);
  return <Page title={t('audit')} empty />;
}
