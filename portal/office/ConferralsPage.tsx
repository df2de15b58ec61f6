import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { ConferralsList } from '../conferral/ConferralsList.js';
import { conferralsQuery } from '../conferral/queries.js';
import { ExportLinks } from '../pieces/ExportLinks.js';
import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { conferral } from '../words/conferral.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/conferrals`: on whom titles were conferred, to be printed unit by unit. */
export function ConferralsPage() {
  const t = useWords(conferral);
  const words = useWords(common);
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
            {words('print')}
          </Button>
        </>
      }
    >
      <ConferralsList titles={titles.filter(({ unitId }) => unit === '' || unitId === unit)} />
    </Page>
  );
}
