import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Status } from '../../api/applications.js';
import { countsQuery, type QueueFilter } from '../../api/queue.js';
import { useStatuses } from '../../api/useStatuses.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import { EVERY } from './queueFilterOf.js';
import type { QueueState } from './useQueueState.js';

interface Props {
  readonly state: QueueState;
  readonly filter: QueueFilter;
  readonly statuses: readonly Status[] | undefined;
  readonly mine: readonly Status[];
}

/** Counts per status, as buttons that filter by it. */
export function StatusChips({ state, filter, statuses, mine }: Props) {
  const t = useLabels(queue);
  const localize = useLocalized();
  const known = useStatuses(filter.campaign);
  const { data } = useQuery(countsQuery(filter));
  const chosen = state.get('status') ?? '';
  const counted = new Map(data?.map((one) => [one.status, one]));
  const names = statuses ?? known.map(({ name }) => name);
  const visible = names.filter((name) => (counted.get(name)?.count ?? 0) > 0 || name === chosen);
  const sum = (of: readonly Status[]) => of.reduce((n, name) => n + (counted.get(name)?.count ?? 0), 0);
  const every = mine.length === 0 ? '' : EVERY;
  if (data === undefined) return <div className="chips" style={{ minHeight: 40 }} />;
  return (
    <fieldset className="chips" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="visuallyHidden">{t('filter')}</legend>
      {mine.length === 0 ? null : (
        <Button aria-pressed={chosen === ''} onClick={() => state.set('status', undefined)}>
          {t('mine')} <span className="numbers">{sum(mine)}</span>
        </Button>
      )}
      <Button aria-pressed={chosen === every} onClick={() => state.set('status', every)}>
        {t('all')} <span className="numbers">{sum(names)}</span>
      </Button>
      {visible.map((name) => {
        const label = known.find((one) => one.name === name);
        const { count = 0, pastDue = 0 } = counted.get(name) ?? {};
        return (
          <Button key={name} aria-pressed={chosen === name} onClick={() => state.set('status', name)}>
            {label === undefined ? name : localize(label)} <span className="numbers">{count}</span>
            {pastDue === 0 ? null : <span className="chipLate">{t('late', { n: pastDue })}</span>}
          </Button>
        );
      })}
    </fieldset>
  );
}
