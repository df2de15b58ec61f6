import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { useBinding } from '../app/binding.js';
import { QueueWithBatches } from '../components/batch/QueueWithBatches.js';
import { Page } from '../components/Page.js';
import { QueueFilters } from '../components/queue/QueueFilters.js';
import { queueFilterOf } from '../components/queue/queueFilterOf.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { department } from '../labels/department.js';
import { useLabels } from '../labels/labelArea.js';
import { positions } from '../labels/positions.js';
import { RosterOfOwn } from '../rosters/RosterOfOwn.js';

/** `/department`: applications at this department's level, to forward or return, one by one or in batches. */
export function DepartmentQueuePage() {
  const t = useLabels(department);
  const tPositions = useLabels(positions);
  const asked = useQuery(campaignsQuery).data?.some((campaign) => campaign.positions) ?? false;
  const state = useQueueState();
  const filter = queueFilterOf(state, useBinding());
  return (
    <Page
      title={t('queue')}
      lead={t('lead')}
      actions={
        <>
          {asked ? <Link to="/department/positions">{tPositions('positions')}</Link> : null}
          <RosterOfOwn reader="department" />
        </>
      }
    >
      <QueueFilters state={state} />
      <QueueWithBatches state={state} filter={filter} hrefOf={({ id }) => `/department/${id}`} />
    </Page>
  );
}
