import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { campaignQuery } from '../api/campaigns.js';
import { Instant } from '../components/deadline/Instant.js';
import { Loading } from '../components/Loading.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { AmendmentWaits } from './board/AmendmentWaits.js';
import { AuditState } from './board/AuditState.js';
import { boardQuery } from './board/boardQuery.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { Figure } from './board/Figure.js';
import { NamedApplications } from './board/NamedApplications.js';
import { StalledApplications } from './board/StalledApplications.js';
import { StatusCounts } from './board/StatusCounts.js';
import { useCampaignId } from './useCampaign.js';
import './board/board.css';

const BoardCharts = lazy(() => import('./board/BoardCharts.js').then(({ BoardCharts: it }) => ({ default: it })));

/** `/office`: the state of a campaign in numbers. The charts load after the numbers. */
export function BoardPage() {
  const t = useLabels(office);
  const id = useCampaignId();
  const query = useQuery(boardQuery(id));
  const campaign = useQuery(campaignQuery(id)).data;
  const board = query.data;
  return (
    <Page
      title={t('board')}
      query={query}
      lead={
        board === undefined ? undefined : (
          <>
            <span lang="zh-CN">{campaign?.title}</span>
            <div>
              {t('asOf')} <Instant at={board.asOf} />
            </div>
          </>
        )
      }
      actions={<CampaignChoice id={id} />}
    >
      {board === undefined ? null : (
        <div className="stack">
          <AmendmentWaits campaignId={id} />
          <div className="boardFigures">
            <Figure name={t('total')} n={board.total} to="/office/queue" />
            <Figure name={t('running')} n={board.running} to="/office/queue" />
            <Figure name={t('toAudit')} n={board.audits.waiting} to="/office/audit" />
            <Figure name={t('overdueAudits')} n={board.audits.overdue} to="/office/audit" bad />
            <Figure name={t('retiring')} n={board.retiring} to="/office/queue?retiring=true" />
            <Figure
              name={t('needsAttention')}
              n={board.needsAttention.count}
              to="/office/queue?needsAttention=true"
              bad
            />
          </div>
          <div className="boardColumns">
            <Panel title={t('byStatus')}>
              <StatusCounts campaignId={id} counts={board.counts} />
            </Panel>
            <div className="stack">
              <Panel title={t('auditUntil')}>
                <AuditState audits={board.audits} />
              </Panel>
              <Panel title={t('stalled')}>
                <StalledApplications stalled={board.stalled} />
              </Panel>
              <Panel title={t('needsAttention')}>
                {board.needsAttention.count === 0 ? (
                  <p className="quiet boardNone">{t('noAttention')}</p>
                ) : (
                  <NamedApplications items={board.needsAttention.items} hrefOf={(one) => `/applications/${one}`} />
                )}
              </Panel>
            </div>
          </div>
          <Suspense fallback={<Loading rows={4} />}>
            <BoardCharts inflow={board.inflow} deadlines={board.deadlines} />
          </Suspense>
          <p className="noPrint">
            <Link to="/office/policy">{t('policy')}</Link> · <Link to="/office/calendar">{t('calendar')}</Link>
          </p>
        </div>
      )}
    </Page>
  );
}
