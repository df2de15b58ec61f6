import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type UnmatchedPayment, unmatchedQuery } from '../api/fees.js';
import { Instant } from '../components/deadline/Instant.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Page } from '../components/Page.js';
import { ListTable } from '../components/queue/ListTable.js';
import { Pages } from '../components/queue/Pages.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { finance } from '../labels/finance.js';
import { useLabels } from '../labels/labelArea.js';
import { ResolvePayment } from './ResolvePayment.js';
import { useFeeCampaign } from './useFeeCampaign.js';
import { useWhyUnmatched } from './useWhyUnmatched.js';
import { yuan } from './yuan.js';
import './finance.css';

/** `/finance/unmatched`: payments reported by the bank that match no fee, each to be accounted for. */
export function UnmatchedPage() {
  const t = useLabels(finance);
  const state = useQueueState();
  const campaignId = useFeeCampaign();
  const query = useQuery(unmatchedQuery(campaignId, { cursor: state.cursor, limit: 50 }));
  const why = useWhyUnmatched();
  const [open, setOpen] = useState<UnmatchedPayment | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('unmatched')}
      lead={t('unmatchedLead')}
      query={query}
      actions={<ExportLinks path={`/api/campaigns/${campaignId}/fees`} query={{ state: 'unmatched' }} />}
    >
      {done === null ? null : (
        <Alert
          role="status"
          type="success"
          showIcon
          style={{ marginBlockEnd: 16 }}
          title={t('resolved', { id: done })}
        />
      )}
      {items.length === 0 ? (
        <p className="quiet">{t('noneUnmatched')}</p>
      ) : (
        <ListTable
          caption={t('unmatched')}
          items={items}
          idOf={({ id }) => id}
          columns={[
            { title: t('transaction'), of: ({ transactionId }) => <strong>{transactionId}</strong> },
            { title: t('paidAt'), of: ({ receivedAt }) => <Instant at={receivedAt} /> },
            { title: t('amount'), amount: true, of: ({ amount }) => <span className="numbers">{yuan(amount)}</span> },
            { title: t('part'), of: ({ part }) => (part === null ? '—' : t(`part_${part}`)) },
            { title: t('channel'), of: ({ channel }) => t(channel === 'qr' ? 'channel_qr' : 'channel_bank') },
            { title: t('why'), of: ({ code }) => why(code) },
            {
              title: t('application'),
              of: ({ reference, applicationId }) =>
                applicationId === null ? (
                  <span className="quiet">{reference}</span>
                ) : (
                  <Link to={`/applications/${applicationId}`}>{reference}</Link>
                ),
            },
            {
              title: t('act'),
              of: (payment) => (
                <Button
                  aria-label={t('resolveOf', { id: payment.transactionId })}
                  onClick={() => {
                    setDone(null);
                    setOpen(payment);
                  }}
                >
                  {t('resolve')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Pages state={state} next={query.data?.next} />
      {open === null ? null : (
        <ResolvePayment
          campaignId={campaignId}
          payment={open}
          onClose={() => setOpen(null)}
          onDone={() => setDone(open.transactionId)}
        />
      )}
    </Page>
  );
}
