import { Select } from 'antd';
import type { Status } from '../api/applications.js';
import { useLaw } from '../api/law.js';
import { useSay, useWords } from '../words/area.js';
import { queue } from '../words/queue.js';
import type { QueueState } from './useQueueState.js';

interface Props {
  readonly state: QueueState;
  /** only these, in this order; all of the law otherwise */
  readonly statuses?: readonly Status[];
}

/** Narrows a queue to one status. The address keeps the choice. */
export function QueueFilters({ state, statuses }: Props) {
  const t = useWords(queue);
  const say = useSay();
  const law = useLaw();
  const all = law?.statuses ?? [];
  const offered = statuses === undefined ? all : statuses.flatMap((name) => all.find((one) => one.name === name) ?? []);
  return (
    <Select
      aria-label={t('filter')}
      style={{ minWidth: 180 }}
      value={state.get('status') ?? ''}
      onChange={(status) => state.set('status', status)}
      options={[
        { value: '', label: t('allStatuses') },
        ...offered.map((status) => ({ value: status.name as string, label: say(status) })),
      ]}
    />
  );
}
