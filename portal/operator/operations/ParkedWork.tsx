import { useQuery } from '@tanstack/react-query';
import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { LetterLine } from './LetterLine.js';
import { outboxQuery, parkedQuery } from './operationQueries.js';
import { RetryAll } from './RetryAll.js';
import { StepLine } from './StepLine.js';
import { mailStepOf } from './target.js';

/** Parked steps and letters with their repairs, or pending letters. */
export function ParkedWork() {
  const t = useLabels(operator);
  const [parameters, setParameters] = useSearchParams();
  const state = parameters.get('outbox') === 'pending' ? 'pending' : 'parked';
  const letters = useQuery(outboxQuery(state));
  const parked = useQuery({ ...parkedQuery, enabled: state === 'parked' });
  const [repaired, setRepaired] = useState<string | null>(null);
  const steps = state === 'pending' ? [] : parked.data?.items;
  const items = letters.data?.items;
  const error = letters.error ?? parked.error;
  const refetch = () => Promise.all([letters.refetch(), parked.refetch()]);
  // A parked letter is also a step of its application's workflow; it is shown once, as a letter.
  const listed = new Set(items?.map(({ id }) => mailStepOf(id)));
  const waiting = steps?.filter((one) => one.steps === null || !one.steps.every(({ step }) => listed.has(step)));
  return (
    <Panel
      title={t('setAside')}
      extra={
        <Segmented
          aria-label={t('setAsideState')}
          value={state}
          onChange={(to) => setParameters(to === 'pending' ? { outbox: to } : {}, { replace: true })}
          options={[
            { value: 'parked', label: t('stateParked') },
            { value: 'pending', label: t('statePending') },
          ]}
        />
      }
    >
      <p className="quiet panelLead">{t(state === 'parked' ? 'setAsideLead' : 'pendingLead')}</p>
      {repaired === null ? null : (
        <Alert role="status" type="success" showIcon title={t('repaired', { step: repaired })} />
      )}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {items === undefined || waiting === undefined ? (
        error === null && <Loading rows={2} />
      ) : items.length + waiting.length === 0 ? (
        <p className="nothingHere">{t(state === 'parked' ? 'noneParked' : 'noLetters')}</p>
      ) : (
        <>
          {waiting.length > 1 ? <RetryAll onDone={setRepaired} /> : null}
          <ul className="lines">
            {waiting.map(({ applicationId, number, steps: all }) => (
              <StepLine
                key={applicationId}
                applicationId={applicationId}
                number={number}
                steps={all?.filter(({ step }) => !listed.has(step)) ?? null}
                onDone={setRepaired}
              />
            ))}
            {items.map((letter) => (
              <LetterLine key={letter.id} letter={letter} onDone={setRepaired} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
