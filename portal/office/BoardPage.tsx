import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';

/** `/office`: counts, inflow, deadlines of a campaign. */
export function BoardPage() {
  const t = useWords(office);
  return <Page title={t('board')} empty />;
}
