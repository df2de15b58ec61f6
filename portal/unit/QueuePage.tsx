import { useBinding } from '../app/binding.js';
import { Page } from '../pieces/Page.js';
import { QueueFilters } from '../pieces/QueueFilters.js';
import { QueueTable } from '../pieces/QueueTable.js';
import { queueFilterOf } from '../pieces/queueFilterOf.js';
import { useQueueState } from '../pieces/useQueueState.js';
import { useWords } from '../words/area.js';
import { unit } from '../words/unit.js';

/** `/unit`: what the unit has to do, those due first on top. */
export function UnitQueuePage() {
  const t = useWords(unit);
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  return (
    <Page title={t('queue')} lead={t('lead')}>
      <QueueFilters state={state} />
      <QueueTable state={state} filter={filter} hrefOf={({ id }) => `/applications/${id}`} />
    </Page>
  );
}
