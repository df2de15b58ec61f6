import { Checkbox } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../api/applications.js';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import type { Choice } from '../useChoice.js';
import { useWide } from '../useWide.js';
import { QueueCard, QueueRow } from './QueueRow.js';
import type { QueueColumn } from './queueColumns.js';
import './queue.css';

interface Props {
  readonly items: readonly QueueItem[];
  readonly columns: readonly QueueColumn[];
  /** undefined when rows are not selectable */
  readonly choice: Choice | undefined;
  /** another page is loading */
  readonly busy: boolean;
}

/**
 * The rows of a queue: a plain table, or cards on narrow screens. Ant Design's Table would take a third of the page's
 * size budget, and screen readers handle a native table well.
 */
export function QueueList({ items, columns, choice, busy }: Props) {
  const t = useLabels(queue);
  const { i18n } = useTranslation();
  const wide = useWide();
  const look = [i18n.language, ...columns.map(({ key }) => key)].join();
  const here = choice === undefined ? 0 : items.filter(choice.has).length;
  const all = choice && (
    <Checkbox
      aria-label={t('chooseAll')}
      checked={here > 0 && here === items.length}
      indeterminate={here > 0 && here < items.length}
      onChange={({ target }) => choice.setMany(items, target.checked)}
    >
      {wide ? null : t('chooseAll')}
    </Checkbox>
  );
  const rows = items.map((item) => ({
    key: item.id,
    item,
    columns,
    look,
    chosen: choice?.has(item) ?? false,
    onChoose: choice?.set,
  }));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'x') return toggle(event.target as HTMLElement, items, choice);
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(event.currentTarget, event.target as HTMLElement, step);
  };

  if (!wide) {
    return (
      <>
        {all}
        <ul className="queueCards" aria-label={t('caption')} aria-busy={busy} onKeyDown={onKeyDown}>
          {rows.map(({ key, ...row }) => (
            <QueueCard key={key} {...row} />
          ))}
        </ul>
      </>
    );
  }
  return (
    <table className="queueTable" aria-label={t('caption')} aria-busy={busy} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {all === undefined ? null : <td className="queueCheck">{all}</td>}
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, ...row }) => (
          <QueueRow key={key} {...row} />
        ))}
      </tbody>
    </table>
  );
}

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Moves the focus by `step` rows. */
function move(list: HTMLElement, focused: HTMLElement, step: number): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(focused));
  rows[Math.max(0, at + step)]?.querySelector<HTMLElement>('[data-row-link]')?.focus();
}

function toggle(focused: HTMLElement, items: readonly QueueItem[], choice: Choice | undefined): void {
  const id = focused.closest('[data-row]')?.getAttribute('data-row');
  const item = items.find((one) => one.id === id);
  if (item) choice?.set(item, !choice.has(item));
}
