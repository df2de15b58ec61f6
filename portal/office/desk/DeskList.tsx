import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../api/applications.js';
import { type QueueFilter, queueQuery } from '../../api/queue.js';
import { Waiting } from '../../pieces/deadline/Waiting.js';
import { Problem } from '../../pieces/Problem.js';
import { type Batch, BatchBar } from '../../pieces/queue/BatchBar.js';
import { Pages } from '../../pieces/queue/Pages.js';
import { QueueCard } from '../../pieces/queue/QueueRow.js';
import { useQueueColumns } from '../../pieces/queue/queueColumns.js';
import type { QueueState } from '../../pieces/queue/useQueueState.js';
import { useChoice } from '../../pieces/useChoice.js';
import { useWords } from '../../words/area.js';
import { queue } from '../../words/queue.js';

interface Props {
  readonly state: QueueState;
  readonly filter: QueueFilter;
  readonly hrefOf: (item: QueueItem) => string;
  readonly batch?: Batch | undefined;
}

/** Who waits at a desk, one under the other beside the one in hand: a table has no room there. */
export function DeskList({ state, filter, hrefOf, batch }: Props) {
  const t = useWords(queue);
  const { i18n } = useTranslation();
  const choice = useChoice();
  const columns = useQueueColumns(hrefOf);
  const cursor = state.cursor === undefined ? {} : { cursor: state.cursor };
  const { data, error, isPlaceholderData, refetch } = useQuery(queueQuery({ limit: 50, ...filter, ...cursor }));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />;
  return (
    <div className="stack" style={{ gap: 12 }}>
      <ul className="queueCards" aria-label={t('caption')} aria-busy={isPlaceholderData}>
        {data.items.map((item) => (
          <QueueCard
            key={item.id}
            item={item}
            columns={columns}
            look={`${i18n.language}${hrefOf(item)}`}
            chosen={choice.has(item)}
            onChoose={batch === undefined ? undefined : choice.set}
          />
        ))}
      </ul>
      <BatchBar choice={choice} batch={batch} />
      <Pages state={state} next={data.next} />
    </div>
  );
}
