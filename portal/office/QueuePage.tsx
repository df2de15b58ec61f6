import { useBinding } from '../app/binding.js';
import { Page } from '../pieces/Page.js';
import { QueueFilters } from '../pieces/queue/QueueFilters.js';
import { QueueTable } from '../pieces/queue/QueueTable.js';
import { queueFilterOf } from '../pieces/queue/queueFilterOf.js';
import { useQueueState } from '../pieces/queue/useQueueState.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';

/** `/office/queue`: what the committee office has to do. */
export function OfficeQueuePage() {
  const t = useWords(office);
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  return (
    <Page title={t('queue')} actions={<QueueFilters state={state} />}>
      <QueueTable state={state} filter={filter} hrefOf={({ id }) => `/applications/${id}`} />
    </Page>
  );
}
