import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';

/** `/office/campaigns`: the campaigns of the office. */
export function CampaignsPage() {
  const t = useWords(office);
  return <Page title={t('campaigns')} empty />;
}
