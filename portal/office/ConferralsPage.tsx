import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { ExportLinks } from '../components/ExportLinks.js';
import { Page } from '../components/Page.js';
import { ConferralsList } from '../conferral/ConferralsList.js';
import { conferralsQuery } from '../conferral/queries.js';
import { common } from '../labels/common.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/conferrals`: conferred titles, printable unit by unit. */
export function ConferralsPage() {
  const t = useLabels(conferral);
  const tCommon = useLabels(common);
  const campaignId = useCampaignId();
  const query = useQuery(conferralsQuery(campaignId));
  const [unit, setUnit] = useState('');
  const titles = query.data ?? [];
  const units = new Map(titles.map(({ unitId, unitName }) => [unitId, unitName]));
  return (
    <Page
      title={t('conferrals')}
      lead={t('conferralsLead')}
      query={query}
      empty={titles.length > 0 ? false : t('noConferrals')}
      actions={
        <>
          <CampaignChoice id={campaignId} />
          <ExportLinks path={`/api/campaigns/${campaignId}/conferrals`} query={unit === '' ? {} : { unit }} />
          <Select
            aria-label={t('unit')}
            value={unit}
            style={{ minWidth: 200, maxWidth: '100%' }}
            onChange={setUnit}
            options={[{ value: '', label: t('allUnits') }, ...[...units].map(([value, label]) => ({ value, label }))]}
          />
          <Button type="primary" onClick={() => window.print()}>
            {tCommon('print')}
          </Button>
        </>
      }
    >
      <ConferralsList titles={titles.filter(({ unitId }) => unit === '' || unitId === unit)} />
    </Page>
  );
}
