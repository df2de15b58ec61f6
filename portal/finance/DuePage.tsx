import { useQuery } from '@tanstack/react-query';
import { type Fee, feesQuery } from '../api/fees.js';
import { TimeLeft } from '../components/deadline/TimeLeft.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Label } from '../components/Label.js';
import { Page } from '../components/Page.js';
import { ListTable } from '../components/queue/ListTable.js';
import { Pages } from '../components/queue/Pages.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { useLabels } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';
import { queue } from '../labels/queue.js';
import { ConfirmPayment } from './ConfirmPayment.js';
import { useFeeColumns } from './feeColumns.js';
import { useFeeCampaign } from './useFeeCampaign.js';
import { sumOf, yuan } from './yuan.js';
import './finance.css';

/** `/finance`: fees to be paid, earliest due first, each confirmed with date, amount, channel and voucher. */
export function DuePage() {
  const t = useLabels(finance);
  const state = useQueueState();
  const campaignId = useFeeCampaign();
  const query = useQuery(feesQuery(campaignId, 'due', { cursor: state.cursor, limit: 50 }));
  const usual = useFeeColumns();
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('due')}
      lead={t('dueLead')}
      query={query}
      empty={items.length === 0 ? t('noneDue') : false}
      actions={<ExportLinks path={`/api/campaigns/${campaignId}/fees`} query={{ state: 'due' }} />}
    >
      <ListTable
        caption={t('due')}
        items={items}
        idOf={({ applicationId, part }) => `${applicationId}.${part}`}
        columns={[
          ...usual,
          { title: t('until'), of: (fee) => <Until fee={fee} /> },
          { title: t('act'), of: (fee) => <ConfirmPayment fee={fee} /> },
        ]}
        total={t('totalPage', { n: items.length, sum: yuan(sumOf(items)) })}
      />
      <Pages state={state} next={query.data?.next} />
    </Page>
  );
}

/** When it is due, or that the deadline stands still: the planned end of a pause is nobody's deadline. */
function Until({ fee: { due, paused } }: { readonly fee: Fee }) {
  const t = useLabels(queue);
  if (paused) return <Label>{t('paused')}</Label>;
  return due === null ? '—' : <TimeLeft due={due} />;
}
