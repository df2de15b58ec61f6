import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { feeQuery } from '../../api/fees.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { ListTable } from '../../components/queue/ListTable.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { finance } from '../../labels/payments/finance.js';
import { useFeeCampaign } from '../useFeeCampaign.js';
import { yuan } from '../yuan.js';
import { AskRefund } from './AskRefund.js';
import { Entries } from './Entries.js';
import { RefundList } from './RefundList.js';
import '../finance.css';

/** `/finance/register/:payCode`: one fee, what was posted for it, other payments of it, and its refunds. */
export function FeePage() {
  const t = useLabels(finance);
  const localize = useLocalized();
  const { payCode = '' } = useParams();
  const campaignId = useFeeCampaign();
  const client = useQueryClient();
  const query = useQuery(feeQuery(campaignId, payCode));
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const checking = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/campaigns/{id}/fee-register/{payCode}/check', { params: { path: { id: campaignId, payCode } } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['fees'] }),
  });
  const { fee, transfers = [], kept = [], refunds = [], actions } = query.data ?? {};
  return (
    <Page
      title={`${t('payCode')} ${payCode}`}
      breadcrumbs={[{ title: t('register'), to: '/finance/register' }]}
      lead={
        fee === undefined ? undefined : `${t(`part_${fee.part}`)} · ${yuan(fee.amount)} · ${localize(fee.stateLabel)}`
      }
      query={query}
      actions={
        <>
          {actions?.check ? (
            <Button loading={checking.isPending} onClick={() => checking.mutate()}>
              {t('check')}
            </Button>
          ) : null}
          {actions?.refund ? <Button onClick={() => setAsking(true)}>{t('askRefund')}</Button> : null}
        </>
      }
    >
      {fee === undefined ? null : (
        <div className="stack">
          {checking.error === null ? null : <Problem error={checking.error} />}
          {asked ? <Alert role="status" type="success" showIcon title={t('refundAsked')} /> : null}
          <p>
            <Link to={`/applications/${fee.applicationId}`} lang="zh-CN">
              {fee.applicantName}
            </Link>{' '}
            <span className="numbers">{fee.number}</span> <span lang="zh-CN">{fee.unitName}</span>
            {fee.exemptionBasis === null ? null : (
              <>
                {' '}
                {t('exemptBy')} <span lang="zh-CN">{fee.exemptionBasis}</span>{' '}
                {fee.exemptionProof === null ? (
                  <span className="quiet">{t('noProof')}</span>
                ) : (
                  <a
                    href={`/api/campaigns/${campaignId}/fee-register/${payCode}/proof?inline=true`}
                    target="_blank"
                    rel="noopener"
                  >
                    {t('proof')}
                  </a>
                )}
              </>
            )}
          </p>
          <Panel title={t('entries')}>
            <Entries transfers={transfers} />
          </Panel>
          {kept.length === 0 ? null : (
            <Panel title={t('kept')} extra={<Link to="/finance/unmatched">{t('unmatched')}</Link>}>
              <ListTable
                caption={t('kept')}
                items={kept}
                idOf={({ id }) => id}
                columns={[
                  { title: t('transaction'), of: ({ transactionId }) => transactionId },
                  { title: t('paidAt'), of: ({ receivedAt }) => <Instant at={receivedAt} /> },
                  {
                    title: t('amount'),
                    amount: true,
                    of: ({ amount }) => <span className="numbers">{yuan(amount)}</span>,
                  },
                  { title: t('outcome'), of: ({ outcomeLabel }) => localize(outcomeLabel) },
                  { title: t('resolution'), of: ({ resolution }) => (resolution === null ? '—' : t(resolution)) },
                ]}
              />
            </Panel>
          )}
          {refunds.length === 0 ? null : (
            <Panel title={t('refunds')}>
              <RefundList campaignId={campaignId} refunds={refunds} />
            </Panel>
          )}
        </div>
      )}
      {asking ? (
        <AskRefund
          send={(reason) =>
            answer(
              api.POST('/api/campaigns/{id}/refunds', {
                params: { path: { id: campaignId } },
                body: { payCode, reason },
              }),
            )
          }
          invalidates="fees"
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setAsked(true);
          }}
        />
      ) : null}
    </Page>
  );
}
