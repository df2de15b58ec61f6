import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { type Arrangement, isComplete } from '../../../rules/statements/headings.js';
import { type DirectionBy, type StatementField, statementFields } from '../../../rules/statements/layouts.js';
import { useLabels } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import type { ChosenFile } from './readFile.js';

const directions = ['columns', 'flag', 'sign'] as const satisfies readonly DirectionBy[];
const ofOne = ['amount', 'flag'] as const satisfies readonly StatementField[];
const ofTwo = ['moneyIn', 'moneyOut'] as const satisfies readonly StatementField[];
/** What needs no column of its own where somebody names them. */
const leftOut: readonly StatementField[] = ['date', 'payer', 'payee', 'postscript'];
const shownRows = 12;

interface Props {
  readonly file: ChosenFile;
  readonly onNamed: (arrangement: Arrangement) => void;
}

/** Says of an unknown layout in which row its headings stand, and which column is what. */
export function MapColumns({ file: { rows, found }, onNamed }: Props) {
  const t = useLabels(statements);
  const [heading, setHeading] = useState(found?.heading ?? widestRow(rows));
  const [direction, setDirection] = useState<DirectionBy>(found?.direction ?? 'columns');
  const [columns, setColumns] = useState<Arrangement['columns']>(found?.columns ?? {});
  const names = rows[heading] ?? [];
  const beginning = rows.slice(0, shownRows).map((cells, index) => ({
    number: index + 1,
    cells: cells.map((text, at) => ({ at, text })),
  }));
  const other: readonly StatementField[] =
    direction === 'columns' ? ofOne : direction === 'sign' ? [...ofTwo, 'flag'] : ofTwo;
  const fields = (Object.keys(statementFields) as StatementField[]).filter(
    (field) => ![...leftOut, ...other].includes(field),
  );
  const named = Object.fromEntries(
    fields.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]])),
  );
  const complete = isComplete(named, direction);
  return (
    <div className="mapColumns">
      {found === null ? <p>{t('unknown')}</p> : null}
      <div className="importTable">
        <table className="queueTable" aria-label={t('heading')}>
          <tbody>
            {beginning.map(({ number, cells }) => (
              <tr key={number} className={number === heading + 1 ? 'headingRow' : undefined}>
                <th scope="row">{number}</th>
                {cells.map(({ at, text }) => (
                  <td key={at}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="mapFields">
        <div>
          <dt>
            <label htmlFor="headingRow">{t('heading')}</label>
          </dt>
          <dd>
            <Select
              id="headingRow"
              value={heading}
              options={beginning.map(({ number }) => ({ value: number - 1, label: String(number) }))}
              onChange={setHeading}
            />
          </dd>
        </div>
        <div>
          <dt id="directionBy">{t('directionBy')}</dt>
          <dd>
            <Radio.Group
              aria-labelledby="directionBy"
              value={direction}
              options={directions.map((value) => ({ value, label: t(`by_${value}`) }))}
              onChange={({ target }) => setDirection(target.value)}
            />
          </dd>
        </div>
        {fields.map((field) => (
          <div key={field}>
            <dt>
              <label htmlFor={`field_${field}`}>{t(`field_${field}`)}</label>
            </dt>
            <dd>
              <Select
                id={`field_${field}`}
                value={columns[field] ?? -1}
                options={[
                  { value: -1, label: t('noColumn') },
                  ...names.map((name, index) => ({ value: index, label: t('columnNamed', { n: index + 1, name }) })),
                ]}
                onChange={(index) => setColumns({ ...columns, [field]: index < 0 ? undefined : index })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="row">
        <Button type="primary" disabled={!complete} onClick={() => onNamed({ heading, columns: named, direction })}>
          {t('readSo')}
        </Button>
        {complete ? null : <span className="quiet">{t('incomplete')}</span>}
      </p>
    </div>
  );
}

/** The first of the rows with most cells filled in: headings stand above full lines. */
function widestRow(rows: ChosenFile['rows']): number {
  const filled = rows.slice(0, shownRows).map((row) => row.filter((cell) => cell !== '').length);
  return Math.max(0, filled.indexOf(Math.max(...filled)));
}
