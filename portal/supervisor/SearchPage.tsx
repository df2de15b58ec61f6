import { useBinding } from '../app/binding.js';
import { Page } from '../components/Page.js';
import { QueueFilters } from '../components/queue/QueueFilters.js';
import { QueueTable } from '../components/queue/QueueTable.js';
import { queueFilterOf } from '../components/queue/queueFilterOf.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { useLabels } from '../labels/labelArea.js';
import { supervisor } from '../labels/supervisor.js';

/** `/supervisor`: any application by name or number, linked to its verified record. */
export function SearchPage() {
  const t = useLabels(supervisor);
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  return (
    <Page title={t('search')} lead={t('searchLead')}>
      <div className="stack">
        <QueueFilters state={state} />
        <QueueTable state={state} filter={filter} hrefOf={({ id }) => `/supervisor/${id}`} />
      </div>
    </Page>
  );
}
