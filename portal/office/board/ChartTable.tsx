import { useTranslation } from 'react-i18next';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

interface Props {
  readonly name: string;
  readonly rows: readonly ({ readonly date: string } & Readonly<Record<string, string | number>>)[];
  readonly columns: readonly (readonly [key: string, label: string])[];
}

/** A chart's numbers as a table, for readers who cannot see the chart or want the numbers. Empty days are left out. */
export function ChartTable({ name, rows, columns }: Props) {
  const t = useLabels(office);
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const filled = rows.filter((row) => columns.some(([key]) => Number(row[key] ?? 0) > 0));
  return (
    <details>
      <summary>
        {t('asTable')}
        <span className="visuallyHidden">{name}</span>
      </summary>
      <table className="plainTable">
        <caption className="visuallyHidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('date')}</th>
            {columns.map(([key, labels]) => (
              <th key={key} scope="col">
                {labels}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map((row) => (
            <tr key={row.date}>
              <th scope="row">{formatDay(row.date, language)}</th>
              {columns.map(([key]) => (
                <td key={key} className="numbers">
                  {row[key] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
