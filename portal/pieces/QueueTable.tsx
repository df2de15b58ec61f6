import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Grid, Table, type TableColumnsType } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { QueueItem } from '../api/applications.js';
import { type QueueFilter, queueQuery } from '../api/queue.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { queue } from '../words/queue.js';
import { Problem } from './Problem.js';
import { useQueueColumns } from './queueColumns.js';
import type { QueueState } from './useQueueState.js';

interface Props {
  readonly state: QueueState;
  readonly filter: QueueFilter;
  /** where a row leads */
  readonly hrefOf: (item: QueueItem) => string;
  /** more columns, after the usual ones */
  readonly columns?: TableColumnsType<QueueItem>;
  /** what can be done with several at once; rows are selectable when given */
  readonly batch?: (chosen: readonly QueueItem[], clear: () => void) => ReactNode;
}

/** A work queue: fifty rows a page, those due first on top, with news every 15 s; j/k move, Enter opens. */
export function QueueTable({ state, filter, hrefOf, columns = [], batch }: Props) {
  const t = useWords(queue);
  const words = useWords(common);
  const navigate = useNavigate();
  const table = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<readonly QueueItem[]>([]);
  const cursor = state.cursor === undefined ? {} : { cursor: state.cursor };
  const { data, error, isPending, refetch } = useQuery(queueQuery({ limit: 50, ...filter, ...cursor }));
  const wide = Grid.useBreakpoint().md !== false;
  const usual = useQueueColumns(hrefOf, wide);

  function onKeyDown(event: KeyboardEvent<HTMLElement>, item: QueueItem) {
    if (event.target !== event.currentTarget) return;
    const step =
      event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') void navigate(hrefOf(item));
    if (step === 0) return;
    event.preventDefault();
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])];
    rows[rows.indexOf(event.currentTarget) + step]?.focus();
  }

  return (
    <div className="stack" style={{ gap: 12 }} ref={table}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {batch === undefined || chosen.length === 0 ? null : (
        <div className="row batchBar" role="status">
          <strong>{t('chosen', { n: chosen.length })}</strong>
          {batch(chosen, () => setChosen([]))}
          <Button type="text" onClick={() => setChosen([])}>
            {t('clear')}
          </Button>
        </div>
      )}
      <Table<QueueItem>
        rowKey="id"
        columns={wide ? [...usual, ...columns] : usual}
        dataSource={data?.items ?? []}
        loading={isPending}
        pagination={false}
        showHeader={wide}
        locale={{
          emptyText: isPending ? (
            words('loading')
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />
          ),
        }}
        onRow={(item) => ({ tabIndex: 0, onKeyDown: (event) => onKeyDown(event, item) })}
        {...(batch === undefined
          ? {}
          : {
              rowSelection: {
                selectedRowKeys: chosen.map(({ id }) => id),
                onChange: (_, rows) => setChosen(rows),
                getCheckboxProps: (item) => ({ 'aria-label': item.applicantName }),
              },
            })}
      />
      <div className="row noPrint" style={{ justifyContent: 'space-between' }}>
        <span className="quiet onDesk">{t('keys')}</span>
        <div className="row">
          {state.cursor === undefined ? null : <Button onClick={state.goFirst}>{t('first')}</Button>}
          {state.goBack === undefined ? null : <Button onClick={state.goBack}>{t('previous')}</Button>}
          {data?.next ? <Button onClick={() => data.next && state.goOn(data.next)}>{t('next')}</Button> : null}
        </div>
      </div>
    </div>
  );
}
