import { useBinding } from '../app/binding.js';
import { QueueWithBatches } from '../pieces/batch/QueueWithBatches.js';
import { Page } from '../pieces/Page.js';
import { QueueFilters } from '../pieces/queue/QueueFilters.js';
import { queueFilterOf } from '../pieces/queue/queueFilterOf.js';
import { useQueueState } from '../pieces/queue/useQueueState.js';
import { useWords } from '../words/area.js';
import { department } from '../words/department.js';

/** `/department`: what lies with this level of the chain, to be forwarded or returned, one by one or several at once. */
export function DepartmentQueuePage() {
  const t = useWords(department);
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  return (
    <Page title={t('queue')} lead={t('lead')}>
      <QueueFilters state={state} />
      <QueueWithBatches state={state} filter={filter} hrefOf={({ id }) => `/department/${id}`} />
    </Page>
  );
}
