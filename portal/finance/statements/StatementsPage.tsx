import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { Instant } from '../../components/deadline/Instant.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { useFeeCampaign } from '../useFeeCampaign.js';
import { yuan } from '../yuan.js';
import { NewStatement } from './NewStatement.js';
import { StatementPanel } from './StatementPanel.js';
import { statementsQuery } from './statementQueries.js';
import '../../components/lines.css';
import '../finance.css';
import './statements.css';

/** `/finance/statements?statement=`: imports bank statements and confirms the payments in them. */
export function StatementsPage() {
  const t = useLabels(statements);
  const campaignId = useFeeCampaign();
  const [address, setAddress] = useSearchParams();
  const latest = useQuery(statementsQuery(campaignId));
  const shown = latest.data?.find(({ id }) => id === address.get('statement'));
  const show = (id: string) =>
    setAddress((now) => {
      now.set('statement', id);
      return now;
    });
  return (
    <Page title={t('title')} lead={t('lead')} query={latest}>
      <div className="stack">
        <NewStatement key={campaignId} campaignId={campaignId} onSent={show} />
        {shown === undefined ? null : <StatementPanel key={shown.id} campaignId={campaignId} statement={shown} />}
        <Panel title={t('latest')}>
          {latest.data?.length === 0 ? <p className="nothingHere">{t('noneYet')}</p> : null}
          <ul className="lines">
            {latest.data?.map(
              ({ id, fileName, madeAt, madeByName, lineCount: n, recorded, confirmed, confirmedAmount }) => (
                <li key={id}>
                  <span>
                    <span lang="zh-CN">{fileName}</span>
                    <div className="quiet">
                      <Instant at={madeAt} /> {madeByName}
                    </div>
                    <div className="quiet">
                      {t('statementOf', { n, recorded, confirmed, sum: yuan(confirmedAmount) })}
                    </div>
                  </span>
                  <Button size="small" onClick={() => show(id)}>
                    {t('open')}
                    <span className="visuallyHidden">：{fileName}</span>
                  </Button>
                </li>
              ),
            )}
          </ul>
        </Panel>
      </div>
    </Page>
  );
}
