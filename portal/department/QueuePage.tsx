import { useBinding } from '../app/binding.js';
import { Page } from '../pieces/Page.js';
import { QueueFilters } from '../pieces/QueueFilters.js';
import { QueueTable } from '../pieces/QueueTable.js';
import { queueFilterOf } from '../pieces/queueFilterOf.js';
import { useQueueState } from '../pieces/useQueueState.js';
import { useWords } from '../words/area.js';
import { department } from '../words/department.js';

/** `/department`: what this level of the chain has to do. */
export function DepartmentQueuePage() {
  const t = useWords(department);
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  return (
    <Page title={t('queue')}>
      <QueueFilters state={state} />
      <QueueTable state={state} filter={filter} hrefOf={({ id }) => `/applications/${id}`} />
    </Page>
  );
}
