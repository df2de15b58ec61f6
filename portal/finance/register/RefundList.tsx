import { Button } from 'antd';
import { useState } from 'react';
import type { Refund } from '../../api/fees.js';
import { Instant } from '../../components/deadline/Instant.js';
import { ListTable } from '../../components/queue/ListTable.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { finance } from '../../labels/payments/finance.js';
import { yuan } from '../yuan.js';
import { ChangeRefund } from './ChangeRefund.js';

type Chosen = { readonly refund: Refund; readonly event: Refund['actions'][number] };

/** Refunds with what their reader may do about each. */
export function RefundList({
  campaignId,
  refunds,
}: {
  readonly campaignId: string;
  readonly refunds: readonly Refund[];
}) {
  const t = useLabels(finance);
  const localize = useLocalized();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <>
      <ListTable
        caption={t('refunds')}
        items={refunds}
        idOf={({ id }) => id}
        columns={[
          {
            title: t('applicant'),
            of: ({ applicantName, number, transactionId }) => (
              <>
                {applicantName === null ? '—' : <span lang="zh-CN">{applicantName}</span>}{' '}
                <span className="numbers quiet">{number ?? transactionId}</span>
              </>
            ),
          },
          { title: t('amount'), amount: true, of: ({ amount }) => <span className="numbers">{yuan(amount)}</span> },
          { title: t('refundWhy'), of: ({ reason }) => <span lang="zh-CN">{reason}</span> },
          { title: t('when'), of: ({ askedAt }) => <Instant at={askedAt} /> },
          {
            title: t('state'),
            of: ({ stateLabel, decision }) => (
              <>
                {localize(stateLabel)}
                {decision === null ? null : (
                  <div className="quiet" lang="zh-CN">
                    {decision}
                  </div>
                )}
              </>
            ),
          },
          {
            title: t('act'),
            of: (refund) =>
              refund.actions.length === 0 ? (
                <span className="quiet">{refund.state === 'asked' ? t('waitsForAnother') : '—'}</span>
              ) : (
                <span className="row">
                  {refund.actions.map((event) => (
                    <Button
                      key={event}
                      aria-label={`${t(`refund_${event}`)} ${refund.number ?? refund.transactionId ?? ''} ${yuan(refund.amount)}`}
                      onClick={() => setChosen({ refund, event })}
                    >
                      {t(`refund_${event}`)}
                    </Button>
                  ))}
                </span>
              ),
          },
        ]}
      />
      {chosen === null ? null : <ChangeRefund campaignId={campaignId} {...chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
