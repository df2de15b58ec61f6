import { Checkbox } from 'antd';
import { useBinding } from '../app/binding.js';
import { Page } from '../components/Page.js';
import { QueueFilters } from '../components/queue/QueueFilters.js';
import { QueueTable } from '../components/queue/QueueTable.js';
import { queueFilterOf } from '../components/queue/queueFilterOf.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { useLabels } from '../labels/labelArea.js';
import { operator } from '../labels/operator.js';

/** `/operator/applications`: any application, with links to its workflow and to tolling its deadlines. */
export function ApplicationsPage() {
  const t = useLabels(operator);
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
