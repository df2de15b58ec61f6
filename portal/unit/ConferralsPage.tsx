import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { ConferralsList } from '../conferral/ConferralsList.js';
import { conferralsQuery } from '../conferral/queries.js';
import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { conferral } from '../words/conferral.js';

/** `/unit/conferrals`: on whom of its people titles were conferred. */
export function UnitConferralsPage() {
  const t = useWords(conferral);
  const words = useWords(common);
  const [parameters] = useSearchParams();
  const campaigns = useQuery(campaignsQuery);
  const query = useQuery(conferralsQuery(parameters.get('campaign') ?? campaigns.data?.[0]?.id ?? ''));
  const titles = query.data ?? [];
  return (
    <Page
      title={t('conferrals')}
      query={query}
      empty={titles.length > 0 ? false : t('noConferrals')}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          {words('print')}
        </Button>
      }
    >
      <ConferralsList titles={titles} />
    </Page>
  );
}
