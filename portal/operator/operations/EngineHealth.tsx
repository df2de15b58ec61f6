import { Alert, Tag } from 'antd';
import { useConfig } from '../../api/config.js';
import type { components } from '../../api/schema.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { PreparedQueries } from './PreparedQueries.js';

/** Whether the engine answers, and which workers poll its task queues. */
export function EngineHealth({ engine }: { readonly engine: components['schemas']['Health']['engine'] }) {
  const t = useLabels(operator);
  const ui = useConfig()?.temporalUiUrl;
  return (
    <Panel
      title={
        <>
          {t('engine')}{' '}
          <Tag color={engine.reachable ? 'success' : 'error'}>{t(engine.reachable ? 'reachable' : 'unreachable')}</Tag>
        </>
      }
      extra={
        ui ? (
          <a href={ui} target="_blank" rel="noreferrer">
            Temporal UI
          </a>
        ) : undefined
      }
    >
      {engine.reachable ? null : (
        <Alert type="error" showIcon title={t('unreachable')} description={t('unreachableMore')} />
      )}
      {ui ? <PreparedQueries ui={ui} namespace={engine.namespace} /> : null}
      <ul className="lines">
        {engine.queues.map(({ name, kind, workers, lastSeen }) => (
          <li key={`${name} ${kind}`}>
            <span>
              <code>{name}</code> <span className="quiet">{t(kind)}</span>
            </span>
            <span className="row">
              <Tag color={workers > 0 ? 'success' : 'error'}>
                {workers > 0 ? t('workers', { n: workers }) : t('noWorker')}
              </Tag>
              {lastSeen === null ? null : (
                <span className="quiet">
                  {t('lastSeen')} <Instant at={lastSeen} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
