import { Alert } from 'antd';
import type { StatementReading } from '../../../rules/statements/readStatement.js';
import { dayOfLine, type StatementLine } from '../../../rules/statements/statementLine.js';
import { useLabels } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { yuan } from '../yuan.js';

/** Faults that are named; more help nobody. */
const mostFaults = 10;

/** What a file that was read has in it, and what is wrong, by row and column. */
export function StatementSummary({ statement: { lines, faults, warnings } }: { readonly statement: StatementReading }) {
  const t = useLabels(statements);
  const days = lines.map(dayOfLine).toSorted();
  const sum = (direction: StatementLine['direction']) =>
    yuan(lines.reduce((total, line) => (line.direction === direction ? total + line.amount : total), 0));
  return (
    <>
      <p>
        {lines.length === 0
          ? t('noLines')
          : t('summary', {
              n: lines.length,
              in: sum('in'),
              out: sum('out'),
              from: days[0] ?? '',
              until: days.at(-1) ?? '',
            })}
      </p>
      {faults.length === 0 ? null : (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={t('faults', { n: faults.length })}
          description={
            <ul>
              {faults.slice(0, mostFaults).map(({ row, column, why }) => (
                <li key={`${row} ${column}`}>{t('fault', { row, column, why: t(`fault_${why}`) })}</li>
              ))}
              {faults.length > mostFaults ? <li>{t('moreFaults', { n: faults.length - mostFaults })}</li> : null}
            </ul>
          }
        />
      )}
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={t(`warning_${warning}`)} />
      ))}
    </>
  );
}
