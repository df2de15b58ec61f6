import { committee } from '../labels/committee.js';
import { imports } from '../labels/directory/imports.js';
import { useLabels } from '../labels/labelArea.js';
import { TablesPage } from '../operator/imports/TablesPage.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/experts/tables`: experts of the campaign by tables; `?table=` shows one. */
export function ExpertTablesPage() {
  const t = useLabels(imports);
  const tCommittee = useLabels(committee);
  const campaignId = useCampaignId();
  const above = { title: tCommittee('experts'), to: `/office/experts?campaign=${campaignId}` };
  return <TablesPage campaignId={campaignId} lead={t('leadExperts')} breadcrumbs={[above]} />;
}
