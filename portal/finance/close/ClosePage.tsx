import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { now } from '../../api/config.js';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { useQueueState } from '../../components/queue/useQueueState.js';
import { useLabels } from '../../labels/labelArea.js';
import { dayClose } from '../../labels/payments/dayClose.js';
import { useFeeCampaign } from '../useFeeCampaign.js';
import { yuan } from '../yuan.js';
import { closesQuery } from './closeQueries.js';
import { DayPanel } from './DayPanel.js';
import '../../components/lines.css';
import '../finance.css';
import '../statements/statements.css';

/** `/finance/close?day=`: closes days, and gives the reports of a day and of the campaign. */
export function ClosePage() {
  const t = useLabels(dayClose);
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh';
  const campaignId = useFeeCampaign();
  const state = useQueueState();
  const today = localDateOf(now());
  const day = state.get('day') ?? today;
  const closes = useQuery(closesQuery(campaignId));
  const reports = `/api/campaigns/${campaignId}/fee-report`;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      query={closes}
      actions={
        <>
          <a href={`${reports}/pdf?inline=true`}>{t('reportPdf')}</a>
          <a href={`${reports}/xlsx`}>{t('reportXlsx')}</a>
          <label htmlFor="closeDay">{t('day')}</label>
          <Input
            id="closeDay"
            type="date"
            style={{ width: 170 }}
            max={today}
            value={day}
            onChange={({ target }) => state.set('day', target.value)}
          />
        </>
      }
    >
      <div className="stack">
        <DayPanel key={day} campaignId={campaignId} day={day} />
        <Panel title={t('closed')}>
          {closes.data?.length === 0 ? <p className="nothingHere">{t('none')}</p> : null}
          <ul className="lines">
            {closes.data?.map(({ day: one, closedAt, closedByName, ledgerBalance }) => (
              <li key={one}>
                <span>
                  {formatDay(one, language)} · {t('ledgerBalance')}{' '}
                  <span className="numbers">{yuan(ledgerBalance)}</span>
                  <div className="quiet">
                    {closedByName} {closedAt === null ? null : <Instant at={closedAt} />}
                  </div>
                </span>
                <Button size="small" onClick={() => state.set('day', one)}>
                  {t('show')}
                  <span className="visuallyHidden">：{one}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </Page>
  );
}
