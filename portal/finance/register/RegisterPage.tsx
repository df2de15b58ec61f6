import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link } from 'react-router';
import { type RegisteredFee, registerQuery } from '../../api/fees.js';
import { ExportLinks } from '../../components/ExportLinks.js';
import { Page } from '../../components/Page.js';
import { ListTable } from '../../components/queue/ListTable.js';
import { Pages } from '../../components/queue/Pages.js';
import { SearchField } from '../../components/queue/SearchField.js';
import { useQueueState } from '../../components/queue/useQueueState.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { finance } from '../../labels/payments/finance.js';
import { useFeeCampaign } from '../useFeeCampaign.js';
import { yuan } from '../yuan.js';
import '../finance.css';

const states = ['coded', 'issued', 'paid', 'checked', 'written_off', 'refunded', 'exempt', 'void'] as const;
const parts = ['review', 'defense'] as const;

/** `/finance/register?q=&state=&part=`: every fee of the campaign, found by pay code, number or name. */
export function RegisterPage() {
  const t = useLabels(finance);
  const localize = useLocalized();
  const queueState = useQueueState();
  const campaignId = useFeeCampaign();
  const filter = {
    q: queueState.get('q'),
    state: states.find((state) => state === queueState.get('state')),
    part: parts.find((part) => part === queueState.get('part')),
  };
  const query = useQuery(registerQuery(campaignId, { ...filter, cursor: queueState.cursor, limit: 50 }));
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('register')}
      lead={t('registerLead')}
      query={query}
      actions={
        <>
          <ExportLinks path={`/api/campaigns/${campaignId}/fee-register`} query={filter} />
          <a href={`/api/campaigns/${campaignId}/ledger.beancount`}>{t('ledgerFile')}</a>
        </>
      }
    >
      <search className="queueFilters" aria-label={t('register')}>
        <div className="row">
          <SearchField state={queueState} label={t('registerSearch')} />
          <Select
            aria-label={t('state')}
            style={{ minWidth: 130 }}
            value={filter.state ?? ''}
            onChange={(value) => queueState.set('state', value)}
            options={[
              { value: '', label: t('allStates') },
              ...states.map((value) => ({ value, label: t(`feeState_${value}`) })),
            ]}
          />
          <Select
            aria-label={t('part')}
            style={{ minWidth: 130 }}
            value={filter.part ?? ''}
            onChange={(value) => queueState.set('part', value)}
            options={[
              { value: '', label: t('allParts') },
              ...parts.map((value) => ({ value, label: t(`part_${value}`) })),
            ]}
          />
        </div>
      </search>
      {items.length === 0 ? (
        <p className="quiet">{t('noneRegistered')}</p>
      ) : (
        <ListTable<RegisteredFee>
          caption={t('register')}
          items={items}
          idOf={({ payCode }) => payCode}
          columns={[
            {
              title: t('payCode'),
              of: ({ payCode }) => (
                <Link className="numbers" to={`/finance/register/${payCode}`}>
                  {payCode}
                </Link>
              ),
            },
            { title: t('application'), of: ({ number }) => <span className="numbers">{number}</span> },
            { title: t('applicant'), of: ({ applicantName }) => <span lang="zh-CN">{applicantName}</span> },
            { title: t('unit'), of: ({ unitName }) => <span lang="zh-CN">{unitName}</span> },
            { title: t('part'), of: ({ part }) => t(`part_${part}`) },
            { title: t('amount'), amount: true, of: ({ amount }) => <span className="numbers">{yuan(amount)}</span> },
            { title: t('state'), of: ({ stateLabel }) => localize(stateLabel) },
            { title: t('keptCount'), amount: true, of: ({ kept }) => (kept === 0 ? '—' : String(kept)) },
          ]}
        />
      )}
      <Pages state={queueState} next={query.data?.next} />
    </Page>
  );
}
