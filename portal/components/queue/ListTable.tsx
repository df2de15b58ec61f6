import type { ReactNode } from 'react';
import { useWide } from '../useWide.js';
import './queue.css';

interface Column<Item> {
  readonly title: string;
  readonly of: (item: Item) => ReactNode;
  /** amounts are right-aligned */
  readonly amount?: boolean;
}
interface Props<Item> {
  readonly caption: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  /** the first one is the row's header */
  readonly columns: readonly Column<Item>[];
  /** the total, below the last row */
  readonly total?: ReactNode;
}

/** A read-only list: a table on wide screens and on paper, cards on a phone. */
export function ListTable<Item>({ caption, items, idOf, columns, total }: Props<Item>) {
  const wide = useWide();
  if (!wide) {
    return (
      <>
        <ul className="queueCards" aria-label={caption}>
          {items.map((item) => (
            <li key={idOf(item)} className="queueCard">
              <div className="queueCardBody">
                {columns.map(({ title, of }, index) => (
                  <div key={title}>
                    {index === 0 ? null : <span className="quiet">{title} </span>}
                    {of(item)}
                  </div>
                ))}
              </div>
            </li>
          ))}
        </ul>
        {total === undefined ? null : <strong>{total}</strong>}
      </>
    );
  }
  return (
    <table className="queueTable" aria-label={caption}>
      <thead>
        <tr>
          {columns.map(({ title, amount }) => (
            <th key={title} scope="col" className={amount ? 'amount' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={idOf(item)}>
            {columns.map(({ title, of, amount }) => (
              <td key={title} className={amount ? 'amount' : undefined}>
                {of(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <tr>
            <td colSpan={columns.length}>
              <strong>{total}</strong>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
