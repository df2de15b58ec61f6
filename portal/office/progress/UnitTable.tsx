import { Select } from 'antd';
import { useState } from 'react';
import { type UnitStatistics, unitCounts } from '../../../rules/campaign/unitStatistics.js';
import { useWide } from '../../components/useWide.js';
import { useLabels } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';
import { type Order, sortedUnits } from './sortedUnits.js';
import '../../components/queue/queue.css';

const orders: readonly Order[] = ['unitName', ...unitCounts];

/** Outcomes by unit: a table sorted by a click on a column header; on a phone one card per unit. */
export function UnitTable({ units }: { readonly units: readonly UnitStatistics[] }) {
  const t = useLabels(area);
  const wide = useWide();
  const [by, setBy] = useState<Order>('opened');
  const sorted = sortedUnits(units, by);
  const nameOf = (order: Order) => (order === 'unitName' ? t('unit') : t(`unit_${order}`));
  if (!wide) return <Cards units={sorted} by={by} onSort={setBy} nameOf={nameOf} />;
  return (
    <table className="queueTable unitTable" aria-label={t('by_unit')}>
      <thead>
        <tr>
          {orders.map((order) => (
            <th
              key={order}
              scope="col"
              className={order === 'unitName' ? undefined : 'amount'}
              aria-sort={order !== by ? undefined : order === 'unitName' ? 'ascending' : 'descending'}
            >
              <button type="button" onClick={() => setBy(order)} title={t('orderBy', { column: nameOf(order) })}>
                {nameOf(order)}
                <span aria-hidden="true">{order === by ? (order === 'unitName' ? ' ▲' : ' ▼') : ''}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((unit) => (
          <tr key={unit.unitId}>
            <th scope="row" lang="zh-CN">
              {unit.unitName}
            </th>
            {unitCounts.map((name) => (
              <td key={name} className={unit[name] === 0 ? 'amount none' : 'amount'}>
                {unit[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          {unitCounts.map((name) => (
            <td key={name} className="amount">
              <strong>{units.reduce((sum, unit) => sum + unit[name], 0)}</strong>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

interface CardsProps {
  readonly units: readonly UnitStatistics[];
  readonly by: Order;
  readonly onSort: (order: Order) => void;
  readonly nameOf: (order: Order) => string;
}

/** One card per unit, with its non-zero counts. */
function Cards({ units, by, onSort, nameOf }: CardsProps) {
  const t = useLabels(area);
  return (
    <div className="stack" style={{ gap: 12 }}>
      <Select<Order>
        aria-label={t('orderedBy')}
        value={by}
        onChange={onSort}
        options={orders.map((value) => ({ value, label: t('orderBy', { column: nameOf(value) }) }))}
      />
      <ul className="queueCards" aria-label={t('by_unit')}>
        {units.map((unit) => (
          <li key={unit.unitId} className="queueCard">
            <div className="queueCardBody">
              <strong lang="zh-CN">{unit.unitName}</strong>
              <div className="unitCounts">
                {unitCounts
                  .filter((name) => unit[name] > 0)
                  .map((name) => (
                    <span key={name}>
                      <span className="quiet">{nameOf(name)}</span> <span className="numbers">{unit[name]}</span>
                    </span>
                  ))}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
