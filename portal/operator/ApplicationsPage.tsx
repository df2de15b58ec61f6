import { Checkbox } from 'antd';
import { useBinding } from '../app/binding.js';
import { Page } from '../pieces/Page.js';
import { QueueFilters } from '../pieces/queue/QueueFilters.js';
import { QueueTable } from '../pieces/queue/QueueTable.js';
import { queueFilterOf } from '../pieces/queue/queueFilterOf.js';
import { useQueueState } from '../pieces/queue/useQueueState.js';
import { useWords } from '../words/area.js';
import { operator } from '../words/operator.js';

/** `/operator/applications`: any application; each leads to its workflow, and to tolling its deadlines. */
export function ApplicationsPage() {
  const t = useWords(operator);
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  const needy = state.get('needsAttention') === 'true';
  return (
    <Page title={t('applications')} lead={t('applicationsLead')}>
      <div className="stack">
        <QueueFilters state={state} />
        <Checkbox
          checked={needy}
          onChange={({ target }) => state.set('needsAttention', target.checked ? 'true' : undefined)}
        >
          {t('needsOnly')}
        </Checkbox>
        <QueueTable state={state} filter={filter} hrefOf={({ id }) => `/applications/${id}`} />
      </div>
    </Page>
  );
}
