import { useBinding } from '../app/binding.js';
import { useMyTurn } from '../pieces/application/useMyTurn.js';
import { QueueWithBatches } from '../pieces/batch/QueueWithBatches.js';
import { Page } from '../pieces/Page.js';
import { QueueFilters } from '../pieces/queue/QueueFilters.js';
import { queueFilterOf } from '../pieces/queue/queueFilterOf.js';
import { useQueueState } from '../pieces/queue/useQueueState.js';
import { useWords } from '../words/area.js';
import { unit } from '../words/unit.js';
import { AboutToMiss } from './AboutToMiss.js';

/** `/unit`: what the unit has to do, those due first on top, and above all what is about to miss its cutoff. */
export function UnitQueuePage() {
  const t = useWords(unit);
  const state = useQueueState();
  const mine = useMyTurn('unit');
  const binding = useBinding();
  return (
    <Page title={t('queue')} lead={t('lead')}>
      <AboutToMiss state={state} mine={mine} binding={binding} />
      <QueueFilters state={state} mine={mine} />
      <QueueWithBatches
        state={state}
        filter={queueFilterOf(state, binding, mine)}
        hidden={['unit']}
        hrefOf={({ id }) => `/unit/${id}`}
      />
    </Page>
  );
}
