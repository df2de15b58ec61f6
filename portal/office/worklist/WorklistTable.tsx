import { useQuery } from '@tanstack/react-query';
import { Checkbox, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../api/applications.js';
import { type QueueFilter, queueQuery } from '../../api/queue.js';
import { Loading } from '../../components/Loading.js';
import { Problem } from '../../components/Problem.js';
import { type Batch, BatchBar } from '../../components/queue/BatchBar.js';
import { Pages } from '../../components/queue/Pages.js';
import { QueueCard } from '../../components/queue/QueueRow.js';
import { useQueueColumns } from '../../components/queue/queueColumns.js';
import type { QueueState } from '../../components/queue/useQueueState.js';
import { useChoice } from '../../components/useChoice.js';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';

interface Props {
  readonly state: QueueState;
  readonly filter: QueueFilter;
  readonly hrefOf: (item: QueueItem) => string;
  readonly batch?: Batch | undefined;
}

/** The waiting applications as a single column beside the selected one, where a table would not fit. */
export function WorklistTable({ state, filter, hrefOf, batch }: Props) {
  const t = useLabels(queue);
  const { i18n } = useTranslation();
  const choice = useChoice();
  const columns = useQueueColumns(hrefOf);
  const cursor = state.cursor === undefined ? {} : { cursor: state.cursor };
  const { data, error, isPlaceholderData, refetch } = useQuery(queueQuery({ limit: 50, ...filter, ...cursor }));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />;
  return (
    <div className="stack" style={{ gap: 12 }}>
      {batch === undefined ? null : (
        <Checkbox
          checked={data.items.every((item) => choice.has(item))}
          onChange={({ target }) => choice.setMany(data.items, target.checked)}
        >
          {t('chooseAll')}
        </Checkbox>
      )}
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
