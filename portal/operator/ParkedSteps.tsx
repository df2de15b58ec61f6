import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Panel } from '../pieces/Panel.js';
import { Problem } from '../pieces/Problem.js';
import { Waiting } from '../pieces/Waiting.js';
import { useWords } from '../words/area.js';
import { operator } from '../words/operator.js';
import { parkedQuery } from './operationQueries.js';
import { RepairButtons } from './RepairButtons.js';

/** Steps that were set aside, by application, with what an operator may do about each. */
export function ParkedSteps() {
  const t = useWords(operator);
  const { data, error, refetch } = useQuery(parkedQuery);
  const [repaired, setRepaired] = useState<string | null>(null);
  return (
    <Panel title={t('parked')}>
      <p className="quiet panelLead">{t('parkedLead')}</p>
      {repaired === null ? null : (
        <Alert role="status" type="success" showIcon title={t('repaired', { what: repaired })} />
      )}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Waiting rows={2} />
      ) : data.items.length === 0 ? (
        <p className="nothingHere">{t('noneParked')}</p>
      ) : (
        <ul className="lines">
          {data.items.map(({ applicationId, steps }) => (
            <li key={applicationId}>
              <Link to={`/applications/${applicationId}`} className="numbers">
                {t('application', { id: applicationId.slice(0, 8) })}
              </Link>
              <div className="steps">
                {steps === null ? <span className="quiet">{t('noAnswer')}</span> : null}
                {steps?.length === 0 ? <span className="quiet">{t('noSteps')}</span> : null}
                {steps?.map(({ step, what }) => (
                  <div key={step} className="row">
                    <span lang="zh-CN">{what}</span>
                    <code className="quiet">{step}</code>
                    <RepairButtons target={{ applicationId, step, what }} onDone={setRepaired} />
                  </div>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
