import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/Page.js';
import { SentFiles, useShownFile } from '../../components/tables/SentFiles.js';
import { useLabels } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { useFeeCampaign } from '../useFeeCampaign.js';
import { yuan } from '../yuan.js';
import { NewStatement } from './NewStatement.js';
import { StatementPanel } from './StatementPanel.js';
import { statementsQuery } from './statementQueries.js';
import '../finance.css';
import './statements.css';

/** `/finance/statements?statement=`: imports bank statements and confirms the payments in them. */
export function StatementsPage() {
  const t = useLabels(statements);
  const campaignId = useFeeCampaign();
  const [statement, show] = useShownFile('statement');
  const latest = useQuery(statementsQuery(campaignId));
  const shown = latest.data?.find(({ id }) => id === statement);
  return (
    <Page title={t('title')} lead={t('lead')} query={latest}>
      <div className="stack">
        <NewStatement key={campaignId} campaignId={campaignId} onSent={show} />
        {shown === undefined ? null : <StatementPanel key={shown.id} campaignId={campaignId} statement={shown} />}
        <SentFiles
          files={latest.data}
          labels={{ title: t('latest'), none: t('noneYet'), open: t('open') }}
          stateOf={({ lineCount: n, recorded, confirmed, confirmedAmount }) => (
            <div className="quiet">{t('statementOf', { n, recorded, confirmed, sum: yuan(confirmedAmount) })}</div>
          )}
          onOpen={show}
        />
      </div>
    </Page>
  );
}
