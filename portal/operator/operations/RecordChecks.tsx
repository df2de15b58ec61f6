import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { Instant } from '../../components/deadline/Instant.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { recordQuery } from './operationQueries.js';

/** Whether the record holds: what was checked and signed, and each application, campaign or register that does not. */
export function RecordChecks() {
  const t = useLabels(operator);
  const localize = useLocalized();
  const { data, error, refetch } = useQuery(recordQuery);
  const faults = data?.faults ?? [];
  return (
    <Panel
      title={
        <>
          {t('record')}{' '}
          {data && (
            <Tag color={faults.length ? 'error' : 'success'}>{t(faults.length ? 'recordBroken' : 'recordHolds')}</Tag>
          )}
        </>
      }
    >
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading rows={2} />
      ) : (
        <>
          <p className="quiet panelLead">
            {t('recordChecked', { n: data.checked })}
            {data.signedAt === null ? null : (
              <>
                {' '}
                {t('recordSigned')} <Instant at={data.signedAt} />
              </>
            )}
          </p>
          <ul className="lines">
            {faults.map(({ kind, subject, at, since, ...words }) => (
              <li key={`${kind} ${subject}`}>
                <span>
                  {kind === 'application' ? (
                    <Link to={`/applications/${subject}`} className="numbers">
                      {t('application', { id: subject.slice(0, 8) })}
                    </Link>
                  ) : (
                    <span className="numbers">{subject}</span>
                  )}{' '}
                  {localize(words)} <code>{at}</code>
                </span>
                <Instant at={since} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
