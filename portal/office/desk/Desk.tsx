import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Application, applicationQuery, type QueueItem } from '../../api/applications.js';
import { useBinding } from '../../app/binding.js';
import { StatusTag } from '../../pieces/application/StatusTag.js';
import { Waiting } from '../../pieces/deadline/Waiting.js';
import { Page } from '../../pieces/Page.js';
import { Panel } from '../../pieces/Panel.js';
import { Problem } from '../../pieces/Problem.js';
import type { Batch } from '../../pieces/queue/BatchBar.js';
import { QueueFilters } from '../../pieces/queue/QueueFilters.js';
import { queueFilterOf } from '../../pieces/queue/queueFilterOf.js';
import { useQueueState } from '../../pieces/queue/useQueueState.js';
import { Facts } from '../../shared/Facts.js';
import { useWords } from '../../words/area.js';
import { office } from '../../words/office.js';
import { useCampaignId } from '../useCampaign.js';
import { useStatusesTaking } from '../useStatusesTaking.js';
import { DeskList } from './DeskList.js';
import './desk.css';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** what the acts of this desk take: the law says in which statuses they are possible */
  readonly takes: readonly string[];
  readonly batch?: Batch;
  /** at the right of the title */
  readonly actions?: ReactNode;
  /** what is done with the chosen one */
  readonly children: (application: Application) => ReactNode;
}

/** A desk of the office: who waits for it on the left, the one in hand on the right; both are in the address. */
export function Desk({ title, lead, takes, batch, actions, children }: Props) {
  const t = useWords(office);
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
        <Waiting />
      ) : (
        <div className="desk">
          <div className="stack">
            <QueueFilters state={state} statuses={statuses} />
            <DeskList
              state={state}
              filter={{ campaign, ...queueFilterOf(state, binding, statuses) }}
              hrefOf={hrefOf}
              batch={batch}
            />
          </div>
          <div className="deskHand">
            {id === null ? (
              <Panel>
                <p className="quiet" style={{ margin: 0 }}>
                  {t('choose')}
                </p>
              </Panel>
            ) : (
              <InHand key={id} id={id}>
                {children}
              </InHand>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

function InHand({ id, children }: { readonly id: string } & Pick<Props, 'children'>) {
  const t = useWords(office);
  const { data, error, refetch } = useQuery(applicationQuery(id));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <Panel
      title={
        <>
          <span lang="zh-CN">{data.applicantName}</span>
          <StatusTag words={data.statusWords} final={data.final} pastDue={data.pastDue} />
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
