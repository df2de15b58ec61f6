import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { now } from '../../api/config.js';
import { formatInstant } from '../../components/deadline/formatTimestamps.js';
import { Page } from '../../components/Page.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { EngineHealth } from './EngineHealth.js';
import { Intakes } from './Intakes.js';
import { healthQuery } from './operationQueries.js';
import '../operator.css';
import { VersionsInForce } from '../campaigns/VersionsInForce.js';
import { ParkedWork } from './ParkedWork.js';
import { RecordChecks } from './RecordChecks.js';

/** `/operator`: health, parked steps, pending letters and acts, versions in force. */
export function OperationsPage() {
  const t = useLabels(operator);
  const { i18n } = useTranslation();
  const query = useQuery(healthQuery);
  const { data } = query;
  const at = data && formatInstant(data.now, { language: i18n.language === 'en' ? 'en' : 'zh', now: now() });
  return (
    <Page title={t('operations')} lead={at === undefined ? undefined : t('asOf', { at })} query={query}>
      {data === undefined ? null : (
        <div className="stack">
          <dl className="tiles">
            <Tile name={t('waitingActs')} value={data.intakes.waiting} />
            <Tile name={t('pendingLetters')} value={data.outbox.pending} />
            <Tile name={t('parkedLetters')} value={data.outbox.parked} bad={data.outbox.parked > 0} />
            <Tile name={t('needAttention')} value={data.needsAttention} bad={data.needsAttention > 0} />
          </dl>
          <ParkedWork />
          <RecordChecks />
          <div className="halves">
            <EngineHealth engine={data.engine} />
            <Intakes />
          </div>
          <VersionsInForce campaigns={data.campaigns} />
        </div>
      )}
    </Page>
  );
}

function Tile({ name, value, bad = false }: { readonly name: string; readonly value: number; readonly bad?: boolean }) {
  return (
    <div className={bad ? 'tile tileBad' : 'tile'}>
      <dt>{name}</dt>
      <dd className="numbers">{value}</dd>
    </div>
  );
}
