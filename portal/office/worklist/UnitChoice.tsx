import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { QueueState } from '../../components/queue/useQueueState.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { unitStatisticsQuery } from '../progress/progressQueries.js';
import { useCampaignId } from '../useCampaign.js';

/** Narrows a worklist to one unit of the campaign, kept in the address. */
export function UnitChoice({ state }: { readonly state: QueueState }) {
  const t = useLabels(office);
  const items = useQuery(unitStatisticsQuery(useCampaignId())).data?.items ?? [];
  const units = items.filter(({ running, unitId }) => running > 0 || unitId === state.get('unit'));
  return (
    <Select
      aria-label={t('ofUnit')}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ minWidth: 220, maxWidth: '100%' }}
      value={state.get('unit') ?? ''}
      onChange={(unit) => state.set('unit', unit)}
      options={[
        { value: '', label: t('everyUnit') },
        ...units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
      ]}
    />
  );
}
