import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ExportLinks } from '../components/ExportLinks.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { Pages } from '../components/queue/Pages.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { CampaignPapers } from '../office/progress/CampaignPapers.js';
import { useCampaignId } from '../office/useCampaign.js';
import { NewSanctionDialog } from './NewSanctionDialog.js';
import { sanctionsQuery } from './queries.js';
import { SanctionList } from './SanctionList.js';

/**
 * `/office/sanctions`, `/supervisor/sanctions`: sanctions with their terms; those waiting for a second person come
 * first.
 */
export function SanctionsPage() {
  const t = useLabels(conferral);
  const campaignId = useCampaignId();
  const state = useQueueState();
  const query = useQuery(sanctionsQuery(campaignId, state.cursor));
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('sanctions')}
      lead={t('sanctionsLead')}
      query={query}
      actions={
        <>
          <ExportLinks path={`/api/campaigns/${campaignId}/sanctions`} />
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('newSanction')}
          </Button>
        </>
      }
    >
      <Panel>
        {query.data?.items.length === 0 ? <p className="quiet">{t('noSanctions')}</p> : null}
        <SanctionList campaignId={campaignId} sanctions={query.data?.items ?? []} />
        <Pages state={state} next={query.data?.next} />
      </Panel>
      <CampaignPapers campaignId={campaignId} kind="sanction_notice" />
      {adding ? <NewSanctionDialog campaignId={campaignId} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
