import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Instant } from '../../components/deadline/Instant.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { intakesQuery } from './operationQueries.js';
import { RebuildButton } from './RebuildButton.js';

/** Registered acts whose outcome is not known yet. */
export function Intakes() {
  const t = useLabels(operator);
  const localize = useLocalized();
  const { data, error, refetch } = useQuery(intakesQuery);
  const [rebuilt, setRebuilt] = useState<string | null>(null);
  return (
    <Panel title={t('intakes')}>
      <p className="quiet panelLead">{t('intakesMore')}</p>
      {rebuilt === null ? null : (
        <Alert role="status" type="success" showIcon title={t('repaired', { step: rebuilt })} />
      )}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading rows={2} />
      ) : data.items.length === 0 ? (
        <p className="nothingHere">{t('noIntakes')}</p>
      ) : (
        <ul className="lines">
          {data.items.map(({ applicationId, number, key, label, receivedAt }) => (
            <li key={`${applicationId} ${key}`}>
              <span>
                {localize(label)}{' '}
                <Link to={`/applications/${applicationId}`} className="numbers">
                  {t('application', { id: number })}
                </Link>
              </span>
              <span className="row">
                <Instant at={receivedAt} />
                <RebuildButton applicationId={applicationId} number={number} onDone={setRebuilt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
