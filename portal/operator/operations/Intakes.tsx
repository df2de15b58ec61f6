import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Instant } from '../../components/deadline/Instant.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { intakesQuery } from './operationQueries.js';

/** Registered acts whose outcome is not known yet. */
export function Intakes() {
  const t = useLabels(operator);
  const localize = useLocalized();
  const { data, error, refetch } = useQuery(intakesQuery);
  return (
    <Panel title={t('intakes')}>
      <p className="quiet panelLead">{t('intakesMore')}</p>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading rows={2} />
      ) : data.items.length === 0 ? (
        <p className="nothingHere">{t('noIntakes')}</p>
      ) : (
        <ul className="lines">
          {data.items.map(({ applicationId, key, label, receivedAt }) => (
            <li key={`${applicationId} ${key}`}>
              <span>
                {localize(label)}{' '}
                <Link to={`/applications/${applicationId}`} className="numbers">
                  {t('application', { id: applicationId.slice(0, 8) })}
                </Link>
              </span>
              <Instant at={receivedAt} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
