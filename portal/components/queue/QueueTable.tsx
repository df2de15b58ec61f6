import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import type { QueueItem } from '../../api/applications.js';
import { type QueueFilter, queueQuery } from '../../api/queue.js';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import { ExportLinks } from '../ExportLinks.js';
import { Loading } from '../Loading.js';
import { Problem } from '../Problem.js';
import { useChoice } from '../useChoice.js';
import { type Batch, BatchBar } from './BatchBar.js';
import { Pages } from './Pages.js';
import { QueueList } from './QueueList.js';
import { type QueueColumn, useQueueColumns } from './queueColumns.js';
import type { QueueState } from './useQueueState.js';

interface Props {
  readonly state: QueueState;
  readonly filter: QueueFilter;
  /** link of a row */
  readonly hrefOf: (item: QueueItem) => string;
  /** additional columns, after the default ones */
  readonly columns?: readonly QueueColumn[];
  /** keys of default columns to leave out */
  readonly hidden?: readonly string[];
  /** batch acts; rows are selectable when given */
  readonly batch?: Batch;
}

/** A work queue: fifty rows per page, earliest due first, polled every 15 s; j/k move, Enter opens, x selects. */
export function QueueTable({ state, filter, hrefOf, columns = [], hidden = [], batch }: Props) {
  const t = useLabels(queue);
  const choice = useChoice();
  const usual = useQueueColumns(hrefOf).filter(({ key }) => !hidden.includes(key));
  const cursor = state.cursor === undefined ? {} : { cursor: state.cursor };
  const query = useQuery(queueQuery({ limit: 50, ...filter, ...cursor }));
  const { data, error, isPlaceholderData, refetch } = query;

  return (
    <div className="stack" style={{ gap: 12 }}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : data.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />
      ) : (
        <QueueList
          items={data.items}
          columns={[...usual, ...columns]}
          choice={batch === undefined ? undefined : choice}
          busy={isPlaceholderData}
        />
      )}
      <BatchBar choice={choice} batch={batch} />
      <div className="row noPrint" style={{ justifyContent: 'space-between' }}>
        <span className="quiet onDesk">{data?.items.length ? t(batch ? 'keysBatch' : 'keys') : null}</span>
        <span className="row">
          {data?.items.length ? <ExportLinks path="/api/applications" query={filter} /> : null}
          <Pages state={state} next={data?.next} />
        </span>
      </div>
    </div>
  );
}
