import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../rules/calendar/instant.js';
import { now } from '../api/config.js';
import { feesQuery, paidOnQuery } from '../api/fees.js';
import { formatDay } from '../components/deadline/formatTimestamps.js';
import { Instant } from '../components/deadline/Instant.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Page } from '../components/Page.js';
import { ListTable } from '../components/queue/ListTable.js';
import { Pages } from '../components/queue/Pages.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';
import { useFeeColumns } from './feeColumns.js';
import { useFeeCampaign } from './useFeeCampaign.js';
import { sumOf, yuan } from './yuan.js';
import './finance.css';

/** `/finance/paid?day=`: payments received, latest first; with a day, that day's list and total, to print and sign. */
export function PaidPage() {
  const t = useLabels(finance);
  const tCommon = useLabels(common);
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh';
  const state = useQueueState();
  const campaignId = useFeeCampaign();
  const day = state.get('day') ?? '';
  const all = useQuery({
    ...feesQuery(campaignId, 'paid', { cursor: state.cursor, limit: 50 }),
    enabled: day === '' && campaignId !== '',
  });
  const ofDay = useQuery(paidOnQuery(campaignId, day));
  const query = day === '' ? all : ofDay;
  const items = (day === '' ? all.data?.items : ofDay.data) ?? [];
  const usual = useFeeColumns();
  const thisYear = localDateOf(now()).slice(0, 4);
  const sum = yuan(sumOf(items));
  const total =
    day === ''
      ? t('totalPage', { n: items.length, sum })
      : t('totalDay', { n: items.length, sum, day: formatDay(day, language) });
  return (
    <Page
      title={day === '' ? t('paid') : t('dayList')}
      lead={day === '' ? t('paidLead') : formatDay(day, language)}
      query={query}
      actions={
        <>
          <ExportLinks path={`/api/campaigns/${campaignId}/fees`} query={{ state: 'paid' }} />
          <label htmlFor="paidDay">{t('day')}</label>
          <Input
            id="paidDay"
            type="date"
            style={{ width: 170 }}
            max={localDateOf(now())}
            value={day}
            onChange={({ target }) => state.set('day', target.value)}
          />
          {day === '' ? (
            <Button onClick={() => state.set('day', localDateOf(now()))}>{t('today')}</Button>
          ) : (
            <Button onClick={() => state.set('day', undefined)}>{t('allDays')}</Button>
          )}
          <Button type="primary" onClick={() => window.print()}>
            {tCommon('print')}
          </Button>
        </>
      }
      empty={items.length > 0 ? false : t(day === '' ? 'nonePaid' : 'noneThatDay')}
    >
      <ListTable
        caption={t('paid')}
        items={items}
        idOf={({ applicationId, part }) => `${applicationId}.${part}`}
        columns={[
          ...usual,
          { title: t('paidOn'), of: ({ paidOn }) => (paidOn === null ? '—' : formatDay(paidOn, language, thisYear)) },
          { title: t('paidAt'), of: ({ paidAt }) => (paidAt === null ? '—' : <Instant at={paidAt} />) },
        ]}
        total={total}
      />
      {day === '' ? <Pages state={state} next={all.data?.next} /> : <p className="onPaper">{t('signed')}</p>}
    </Page>
  );
}
