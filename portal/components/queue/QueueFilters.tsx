import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import type { Status } from '../../api/applications.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { useBinding } from '../../app/binding.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import { queueFilterOf } from './queueFilterOf.js';
import { SearchField } from './SearchField.js';
import { StatusChips } from './StatusChips.js';
import type { QueueState } from './useQueueState.js';
import './queue.css';

interface Props {
  readonly state: QueueState;
  /** only these, in this order; by default all of the law */
  readonly statuses?: readonly Status[];
  /** the queue's initial filter: statuses in which it is this role's turn */
  readonly mine?: readonly Status[];
}
/** Filters of a queue: name or number, level, specialty, status, due soon. Every choice is kept in the address. */
export function QueueFilters({ state, statuses, mine = [] }: Props) {
  const t = useLabels(queue);
  const localize = useLocalized();
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const levels = new Map(campaigns.flatMap(({ codes }) => codes.levels).map((level) => [level.code, level]));
  const specialties = new Map(
    campaigns.flatMap((campaign) => campaign.specialties).map(({ code, name }) => [code, name]),
  );
  const { status: _, ...filter } = queueFilterOf(state, useBinding());
  return (
    <search className="queueFilters" aria-label={t('filters')}>
      <div className="row">
        <SearchField state={state} />
        <Select
          aria-label={t('filterLevel')}
          style={{ minWidth: 130 }}
          value={state.get('level') ?? ''}
          onChange={(level) => state.set('level', level)}
          options={[
            { value: '', label: t('allLevels') },
            ...[...levels].map(([value, label]) => ({ value, label: localize(label) })),
          ]}
        />
        <Select
          aria-label={t('filterSpecialty')}
          style={{ minWidth: 160 }}
          value={state.get('specialty') ?? ''}
          onChange={(specialty) => state.set('specialty', specialty)}
          options={[
            { value: '', label: t('allSpecialties') },
            ...[...specialties].map(([value, label]) => ({ value, label })),
          ]}
        />
        <Button
          aria-pressed={state.get('soon') !== undefined}
          type={state.get('soon') === undefined ? 'default' : 'primary'}
          onClick={() => state.set('soon', state.get('soon') === undefined ? '1' : undefined)}
        >
          {t('soon')}
        </Button>
      </div>
      <StatusChips state={state} filter={filter} statuses={statuses} mine={mine} />
    </search>
  );
}
