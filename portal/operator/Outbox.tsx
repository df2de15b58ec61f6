import { useQuery } from '@tanstack/react-query';
import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLaw } from '../api/law.js';
import { Instant } from '../pieces/Instant.js';
import { Panel } from '../pieces/Panel.js';
import { Problem } from '../pieces/Problem.js';
import { Waiting } from '../pieces/Waiting.js';
import { useSay, useWords } from '../words/area.js';
import { operator } from '../words/operator.js';
import { outboxQuery } from './operationQueries.js';
import { RepairButtons } from './RepairButtons.js';

/** Letters that have not gone out; a parked one is retried or skipped as the step it is. */
export function Outbox() {
  const t = useWords(operator);
  const say = useSay();
  const law = useLaw();
  const [parameters, setParameters] = useSearchParams();
  const state = parameters.get('outbox') === 'pending' ? 'pending' : 'parked';
  const { data, error, refetch } = useQuery(outboxQuery(state));
  const [repaired, setRepaired] = useState<string | null>(null);
  const roleOf = (name: string | null) => {
    const role = law?.roles.find((one) => one.name === name);
    return role ? say(role) : (name ?? '');
  };
  return (
    <Panel
      title={t('outbox')}
      extra={
        <Segmented
          aria-label={t('outboxState')}
          value={state}
          onChange={(to) => setParameters(to === 'pending' ? { outbox: to } : {}, { replace: true })}
          options={[
            { value: 'parked', label: t('stateParked') },
            { value: 'pending', label: t('statePending') },
          ]}
        />
      }
    >
      {repaired === null ? null : (
        <Alert role="status" type="success" showIcon title={t('repaired', { what: repaired })} />
      )}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Waiting rows={2} />
      ) : data.items.length === 0 ? (
        <p className="nothingHere">{t('noLetters')}</p>
      ) : (
        <ul className="lines">
          {data.items.map(({ id, applicationId, kindWords, role, attempts, nextAttemptAt, lastError }) => (
            <li key={id}>
              <span>
                {t('letterTo', { role: roleOf(role) })} <strong>{say(kindWords)}</strong>{' '}
                <Link to={`/applications/${applicationId}`} className="numbers">
                  {t('application', { id: applicationId.slice(0, 8) })}
                </Link>
                {lastError === null ? null : <div className="quiet">{lastError}</div>}
              </span>
              <span className="row">
                <span className="quiet">
                  {attempts === 0 ? t('atOnce') : t('attempts', { n: attempts })}
                  {nextAttemptAt === null ? null : (
                    <>
                      {' · '}
                      {t('nextAttempt')} <Instant at={nextAttemptAt} />
                    </>
                  )}
                </span>
                {state === 'parked' ? (
                  <RepairButtons
                    target={{
                      applicationId,
                      step: `mail:${id}`,
                      what: `${t('letterTo', { role: roleOf(role) })} ${say(kindWords)}`,
                    }}
                    onDone={setRepaired}
                  />
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
