import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { operator } from '../words/operator.js';

/** A page of the operator. */
export function NewCampaignPage() {
  const t = useWords(operator);
  return <Page title={t('operations')} empty />;
}
