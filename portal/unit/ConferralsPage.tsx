import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { Page } from '../components/Page.js';
import { ConferralsList } from '../conferral/ConferralsList.js';
import { conferralsQuery } from '../conferral/queries.js';
import { common } from '../labels/common.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';

/** `/unit/conferrals`: titles conferred on the unit's people. */
export function UnitConferralsPage() {
  const t = useLabels(conferral);
  const tCommon = useLabels(common);
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
          {tCommon('print')}
        </Button>
      }
    >
      <ConferralsList titles={titles} />
    </Page>
  );
}
