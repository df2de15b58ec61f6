import { useBinding } from '../app/binding.js';
import { Page } from '../pieces/Page.js';
import { QueueFilters } from '../pieces/queue/QueueFilters.js';
import { QueueTable } from '../pieces/queue/QueueTable.js';
import { queueFilterOf } from '../pieces/queue/queueFilterOf.js';
import { useQueueState } from '../pieces/queue/useQueueState.js';
import { useWords } from '../words/area.js';
import { supervisor } from '../words/supervisor.js';

/** `/supervisor`: any application, by name or number; each leads to its record with the hashes checked. */
export function SearchPage() {
  const t = useWords(supervisor);
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
