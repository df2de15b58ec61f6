import { useQueries, useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { type Application, applicationQuery } from '../api/applications.js';
import { type QueueFilter, queueQuery } from '../api/queue.js';
import { Page } from '../components/Page.js';
import { Pages } from '../components/queue/Pages.js';
import { useQueueState } from '../components/queue/useQueueState.js';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** where nothing waits */
  readonly none: string;
  /** how to ask for one */
  readonly hint: string;
  /** above what waits */
  readonly above?: ReactNode;
  /** to the right of the title */
  readonly actions?: ReactNode;
  readonly filter: QueueFilter;
  /** the campaign is not known yet */
  readonly waits?: boolean;
  readonly render: (application: Application) => ReactNode;
}

/** What waits for a second person, earliest due first. */
export function PendingPage({ title, lead, none, hint, above, actions, filter, waits = false, render }: Props) {
  const state = useQueueState();
  const cursor = state.cursor === undefined ? {} : { cursor: state.cursor };
  const query = useQuery({ ...queueQuery({ ...filter, ...cursor }), enabled: !waits });
  const applications = useQueries({ queries: (query.data?.items ?? []).map(({ id }) => applicationQuery(id)) });
  const pending = applications.flatMap(({ data }) => data ?? []);
  const loading = query.isPending || applications.some(({ isPending }) => isPending);
  return (
    <Page title={title} lead={lead} query={query} actions={actions}>
      <div className="stack">
        {above}
        {pending.length === 0 && !loading ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={none} /> : null}
        {pending.map(render)}
        <Pages state={state} next={query.data?.next} />
        <p className="quiet">{hint}</p>
      </div>
    </Page>
  );
}
