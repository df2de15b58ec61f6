import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Application, applicationQuery, type QueueItem } from '../../api/applications.js';
import { useBinding } from '../../app/binding.js';
import { StatusTag } from '../../components/application/StatusTag.js';
import { Loading } from '../../components/Loading.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { PrintSeveral } from '../../components/print/PrintSeveral.js';
import type { Batch } from '../../components/queue/BatchBar.js';
import { QueueFilters } from '../../components/queue/QueueFilters.js';
import { queueFilterOf } from '../../components/queue/queueFilterOf.js';
import { type QueueState, useQueueState } from '../../components/queue/useQueueState.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { Facts } from '../../shared/Facts.js';
import { useCampaignId } from '../useCampaign.js';
import { useStatusesTaking } from '../useStatusesTaking.js';
import { WorklistTable } from './WorklistTable.js';
import './worklist.css';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** inputs of this worklist's acts: the law gives the statuses in which they are possible */
  readonly takes: readonly string[];
  readonly batch?: Batch;
  /** further filters of the list */
  readonly filters?: (state: QueueState) => ReactNode;
  /** to the right of the title */
  readonly actions?: ReactNode;
  /** under the list */
  readonly below?: ReactNode;
  /** the acts on the selected application */
  readonly children: (application: Application) => ReactNode;
}

/**
 * A worklist of the office: waiting applications on the left, the selected one on the right; both are in the address.
 */
export function Worklist({ title, lead, takes, batch, filters, actions, below, children }: Props) {
  const t = useLabels(office);
  const campaign = useCampaignId();
  const statuses = useStatusesTaking(...takes);
  const state = useQueueState();
  const binding = useBinding();
  const [parameters] = useSearchParams();
  const id = parameters.get('id');
  const hrefOf = (item: QueueItem) => {
    const next = new URLSearchParams(parameters);
    next.set('id', item.id);
    return `?${next.toString()}`;
  };
  return (
    <Page title={title} lead={lead} actions={actions}>
      {campaign === '' || statuses === null ? (
        <Loading />
      ) : (
        <div className="worklist">
          <div className="stack">
            {filters?.(state)}
            <QueueFilters state={state} statuses={statuses} />
            <WorklistTable
              state={state}
              filter={{ campaign, ...queueFilterOf(state, binding, statuses) }}
              hrefOf={hrefOf}
              batch={(chosen, clear) => (
                <>
                  {batch?.(chosen, clear)}
                  <PrintSeveral chosen={chosen} role={binding?.role} />
                </>
              )}
            />
          </div>
          <div className="worklistCurrent">
            {id === null ? (
              <Panel>
                <p className="quiet" style={{ margin: 0 }}>
                  {t('choose')}
                </p>
              </Panel>
            ) : (
              <InProgress key={id} id={id}>
                {children}
              </InProgress>
            )}
          </div>
        </div>
      )}
      {below}
    </Page>
  );
}

function InProgress({ id, children }: { readonly id: string } & Pick<Props, 'children'>) {
  const t = useLabels(office);
  const { data, error, refetch } = useQuery(applicationQuery(id));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <Panel
      title={
        <>
          <span lang="zh-CN">{data.applicantName}</span>
          <StatusTag label={data.statusLabel} final={data.final} pastDue={data.pastDue} />
        </>
      }
      extra={<Link to={`/applications/${id}`}>{t('details')}</Link>}
    >
      <div className="stack" style={{ gap: 16 }}>
        <div className="quiet">
          <Facts application={data} />
        </div>
        {children(data)}
      </div>
    </Panel>
  );
}
