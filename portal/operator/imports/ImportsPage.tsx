import { imports } from '../../labels/directory/imports.js';
import { useLabels } from '../../labels/labelArea.js';
import { TablesPage } from './TablesPage.js';

/** `/operator/imports`: tables of departments, units and people; `?table=` shows one. */
export function ImportsPage() {
  const t = useLabels(imports);
  return <TablesPage campaignId={null} lead={t('lead')} />;
}
