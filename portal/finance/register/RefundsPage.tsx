import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { refundsQuery } from '../../api/fees.js';
import { ExportLinks } from '../../components/ExportLinks.js';
import { Page } from '../../components/Page.js';
import { Pages } from '../../components/queue/Pages.js';
import { useQueueState } from '../../components/queue/useQueueState.js';
import { useLabels } from '../../labels/labelArea.js';
import { finance } from '../../labels/payments/finance.js';
import { useFeeCampaign } from '../useFeeCampaign.js';
import { RefundList } from './RefundList.js';
import '../finance.css';

const states = ['asked', 'approved', 'returned', 'sent', 'refused'] as const;

/** `/finance/refunds?state=`: refunds to be decided, to be sent, and sent; exported for the bank. */
export function RefundsPage() {
  const t = useLabels(finance);
  const queueState = useQueueState();
  const campaignId = useFeeCampaign();
  const state = states.find((one) => one === queueState.get('state'));
  const query = useQuery(refundsQuery(campaignId, state, { cursor: queueState.cursor, limit: 50 }));
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('refunds')}
      lead={t('refundsLead')}
      query={query}
      actions={<ExportLinks path={`/api/campaigns/${campaignId}/refunds`} query={{ state }} />}
    >
      <search className="queueFilters" aria-label={t('refunds')}>
        <div className="row">
          <Select
            aria-label={t('state')}
            style={{ minWidth: 150 }}
            value={state ?? ''}
            onChange={(value) => queueState.set('state', value)}
            options={[
              { value: '', label: t('allStates') },
              ...states.map((value) => ({ value, label: t(`refundState_${value}`) })),
            ]}
          />
        </div>
      </search>
      {items.length === 0 ? (
        <p className="quiet">{t('noRefunds')}</p>
      ) : (
        <RefundList campaignId={campaignId} refunds={items} />
      )}
      <Pages state={queueState} next={query.data?.next} />
    </Page>
  );
}
