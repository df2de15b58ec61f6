import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type UnmatchedPayment, unmatchedQuery } from '../api/fees.js';
import { Instant } from '../components/deadline/Instant.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Page } from '../components/Page.js';
import { ListTable } from '../components/queue/ListTable.js';
import { Pages } from '../components/queue/Pages.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';
import { CombinePayments } from './CombinePayments.js';
import { ResolvePayment } from './ResolvePayment.js';
import { useFeeCampaign } from './useFeeCampaign.js';
import { useWhyUnmatched } from './useWhyUnmatched.js';
import { yuan } from './yuan.js';
import './finance.css';

const outcomes = ['over', 'under', 'twice', 'early', 'late', 'changed', 'unknown'] as const;

/** `/finance/unmatched?outcome=`: payments reported by the bank that match no fee, each to be accounted for. */
export function UnmatchedPage() {
  const t = useLabels(finance);
  const state = useQueueState();
  const campaignId = useFeeCampaign();
  const outcome = outcomes.find((one) => one === state.get('outcome'));
  const query = useQuery(unmatchedQuery(campaignId, { cursor: state.cursor, limit: 50 }, outcome));
  const localize = useLocalized();
  const why = useWhyUnmatched();
  const [open, setOpen] = useState<UnmatchedPayment | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('unmatched')}
      lead={t('unmatchedLead')}
      query={query}
      actions={<ExportLinks path={`/api/campaigns/${campaignId}/fees`} query={{ state: 'unmatched', outcome }} />}
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
      <search className="queueFilters" aria-label={t('unmatched')}>
        <div className="row">
          <Select
            aria-label={t('outcome')}
            style={{ minWidth: 150 }}
            value={outcome ?? ''}
            onChange={(value) => state.set('outcome', value)}
            options={[
              { value: '', label: t('allOutcomes') },
              ...outcomes.map((value) => ({ value, label: t(`outcome_${value}`) })),
            ]}
          />
        </div>
      </search>
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
            { title: t('outcome'), of: ({ outcomeLabel }) => localize(outcomeLabel) },
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
                <span className="row">
                  <Button
                    aria-label={t('resolveOf', { id: payment.transactionId })}
                    onClick={() => {
                      setDone(null);
                      setOpen(payment);
                    }}
                  >
                    {t('resolve')}
                  </Button>
                  {payment.outcome === 'under' && payment.payCode !== null ? (
                    <CombinePayments campaignId={campaignId} payCode={payment.payCode} />
                  ) : null}
                </span>
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
