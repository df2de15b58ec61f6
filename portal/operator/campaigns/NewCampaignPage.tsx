import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { campaignQuery, campaignsQuery } from '../../api/campaigns.js';
import { Loading } from '../../components/Loading.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { NewCampaignForm } from './NewCampaignForm.js';
import '../operator.css';
import { useNotice2024 } from './useNotice2024.js';

/** `/operator/campaigns/new`: creates a campaign from an existing policy, edited and linted. */
export function NewCampaignPage() {
  const t = useLabels(operator);
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const [from, setFrom] = useState('');
  const chosen = useQuery(campaignQuery(from)).data?.policy;
  const notice = useNotice2024();
  const basis = from === '' ? notice : chosen;
  return (
    <Page
      title={t('newCampaign')}
      lead={t('newCampaignLead')}
      breadcrumbs={[{ title: t('campaigns'), to: '/operator/campaigns' }]}
    >
      <Panel>
        <div className="row" style={{ marginBlockEnd: 20 }}>
          <span aria-hidden>{t('basedOn')}</span>
          <Select
            aria-label={t('basedOn')}
            style={{ width: 'min(480px, 100%)' }}
            value={from}
            onChange={setFrom}
            options={[
              { value: '', label: t('emptyPolicy') },
              ...campaigns.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </div>
        {basis === undefined ? <Loading /> : <NewCampaignForm key={from} basis={basis} />}
      </Panel>
    </Page>
  );
}
