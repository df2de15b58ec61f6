import { Checkbox } from 'antd';
import { memo } from 'react';
import type { QueueItem } from '../../api/applications.js';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import type { QueueColumn } from './queueColumns.js';

interface Props {
  readonly item: QueueItem;
  readonly columns: readonly QueueColumn[];
  /** key of columns and language: rows are not re-rendered while it stays the same */
  readonly look: string;
  readonly chosen: boolean;
  /** undefined when rows are not selectable */
  readonly onChoose: ((item: QueueItem, chosen: boolean) => void) | undefined;
}

const same = (before: Props, after: Props) =>
  before.item === after.item && before.chosen === after.chosen && before.look === after.look;

/** One application as a row. Memoized: selecting one of fifty re-renders one. */
export const QueueRow = memo(function QueueRow({ item, columns, chosen, onChoose }: Props) {
  const t = useLabels(queue);
  return (
    <tr data-row={item.id} className={chosen ? 'queueChosen' : undefined}>
      {onChoose === undefined ? null : (
        <td className="queueCheck">
          <Checkbox
            aria-label={t('chooseOne', { name: item.applicantName })}
            checked={chosen}
            onChange={({ target }) => onChoose(item, target.checked)}
          />
        </td>
      )}
      {columns.map(({ key, render }) => (
        <td key={key}>{render(undefined, item)}</td>
      ))}
    </tr>
  );
}, same);

/** One application as a card, for a phone: name and status on top, the other columns below. */
export const QueueCard = memo(function QueueCard({ item, columns, chosen, onChoose }: Props) {
  const t = useLabels(queue);
  const [name, ...rest] = columns;
  const of = (key: string) => rest.find((column) => column.key === key)?.render(undefined, item);
  const more = rest.filter(({ key }) => !['unit', 'level', 'status', 'due', 'updated'].includes(key));
  return (
    <li data-row={item.id} className={chosen ? 'queueCard queueChosen' : 'queueCard'}>
      {onChoose === undefined ? null : (
        <Checkbox
          aria-label={t('chooseOne', { name: item.applicantName })}
          checked={chosen}
          onChange={({ target }) => onChoose(item, target.checked)}
        />
      )}
      <div className="queueCardBody">
        <div className="row" style={{ justifyContent: 'space-between' }}>
          {name?.render(undefined, item)}
          {of('status')}
        </div>
        <div className="quiet">
          {of('unit')}
          {of('unit') ? ' · ' : null}
          {of('level')}
        </div>
        {item.due === null ? null : <div>{of('due')}</div>}
        {more.map(({ key, title, render }) => (
          <div key={key}>
            <span className="quiet">{title}</span> {render(undefined, item)}
          </div>
        ))}
      </div>
    </li>
  );
}, same);
