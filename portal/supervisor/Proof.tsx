import { Button } from 'antd';
import type { Application } from '../api/applications.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { useLabels } from '../labels/labelArea.js';
import { supervisor } from '../labels/supervisor.js';
import { ProofEvent } from './ProofEvent.js';
import './proof.css';
import { useProof } from './useProof.js';
import { Verdict } from './Verdict.js';

/** The verdict on a record, and each event with the hash computed in this browser. */
export function Proof({ application }: { readonly application: Application }) {
  const t = useLabels(supervisor);
  const { data, error, refetch, isFetching } = useProof(application.id, application.seq);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <div className="stack">
        <span className="quiet" role="status">
          {t('checking')}
        </span>
        <Loading />
      </div>
    );
  }
  const { events, checked } = data;
  return (
    <div className="stack">
      <Verdict events={events} checked={checked} />
      <Panel
        title={t('events')}
        extra={
          <Button size="small" loading={isFetching} onClick={() => void refetch()}>
            {t('again')}
          </Button>
        }
      >
        <ol className="proof">
          {events.map((event, place) => (
            <ProofEvent key={event.seq} event={event} checked={checked[place]} />
          ))}
        </ol>
      </Panel>
    </div>
  );
}
