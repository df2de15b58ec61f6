import { useBinding } from '../app/binding.js';
import { Page } from '../components/Page.js';
import { PrintSeveral } from '../components/print/PrintSeveral.js';
import { QueueFilters } from '../components/queue/QueueFilters.js';
import { QueueTable } from '../components/queue/QueueTable.js';
import { queueFilterOf } from '../components/queue/queueFilterOf.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';

/** `/office/queue`: the committee office's work queue. */
export function OfficeQueuePage() {
  const t = useLabels(office);
  const state = useQueueState();
  const binding = useBinding();
  const filter = queueFilterOf(state, binding);
  return (
    <Page title={t('queue')} actions={<QueueFilters state={state} />}>
      <QueueTable
        state={state}
        filter={filter}
        hrefOf={({ id }) => `/applications/${id}`}
        batch={(chosen) => <PrintSeveral chosen={chosen} role={binding?.role} />}
      />
    </Page>
  );
}
