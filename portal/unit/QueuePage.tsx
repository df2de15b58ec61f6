import { useBinding } from '../app/binding.js';
import { useMyTurn } from '../components/application/useMyTurn.js';
import { QueueWithBatches } from '../components/batch/QueueWithBatches.js';
import { Page } from '../components/Page.js';
import { QueueFilters } from '../components/queue/QueueFilters.js';
import { queueFilterOf } from '../components/queue/queueFilterOf.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { useLabels } from '../labels/labelArea.js';
import { unit } from '../labels/unit.js';
import { RosterOfOwn } from '../rosters/RosterOfOwn.js';
import { AboutToMiss } from './AboutToMiss.js';
import { PositionsPanels } from './PositionsPanel.js';

/** `/unit`: the unit's work queue, earliest due first, with a warning about cutoffs at risk. */
export function UnitQueuePage() {
  const t = useLabels(unit);
  const state = useQueueState();
  const mine = useMyTurn('unit');
  const binding = useBinding();
  return (
    <Page title={t('queue')} lead={t('lead')} actions={<RosterOfOwn reader="unit" />}>
      <AboutToMiss state={state} mine={mine} binding={binding} />
      <PositionsPanels />
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
