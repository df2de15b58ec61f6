import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Instant } from '../../pieces/deadline/Instant.js';
import { Waiting } from '../../pieces/deadline/Waiting.js';
import { Panel } from '../../pieces/Panel.js';
import { Problem } from '../../pieces/Problem.js';
import { useSay, useWords } from '../../words/area.js';
import { operator } from '../../words/operator.js';
import { intakesQuery } from './operationQueries.js';

/** Registered acts whose outcome is not known yet. */
export function Intakes() {
  const t = useWords(operator);
  const say = useSay();
  const { data, error, refetch } = useQuery(intakesQuery);
  return (
    <Panel title={t('intakes')}>
      <p className="quiet panelLead">{t('intakesMore')}</p>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Waiting rows={2} />
      ) : data.items.length === 0 ? (
        <p className="nothingHere">{t('noIntakes')}</p>
      ) : (
        <ul className="lines">
          {data.items.map(({ applicationId, key, words, receivedAt }) => (
            <li key={`${applicationId} ${key}`}>
              <span>
                {say(words)}{' '}
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
