import { useBinding } from '../app/binding.js';
import { QueueWithBatches } from '../components/batch/QueueWithBatches.js';
import { Page } from '../components/Page.js';
import { QueueFilters } from '../components/queue/QueueFilters.js';
import { queueFilterOf } from '../components/queue/queueFilterOf.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { department } from '../labels/department.js';
import { useLabels } from '../labels/labelArea.js';

/** `/department`: applications at this department's level, to forward or return, one by one or in batches. */
export function DepartmentQueuePage() {
  const t = useLabels(department);
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  return (
    <Page title={t('queue')} lead={t('lead')}>
      <QueueFilters state={state} />
      <QueueWithBatches state={state} filter={filter} hrefOf={({ id }) => `/department/${id}`} />
    </Page>
  );
}
