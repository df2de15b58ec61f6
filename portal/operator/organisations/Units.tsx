import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectoryPanel } from './DirectoryPanel.js';
import { unitsQuery } from './directoryQueries.js';

/** All units with the departments above them. */
export function Units() {
  const t = useLabels(operator);
  const choiceLabel = useChoiceLabel();
  const [q, setQ] = useState('');
  const query = useInfiniteQuery(unitsQuery(q));
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <DirectoryPanel title={t('units')} find={t('find')} query={query} none={items?.length === 0} onFind={setQ}>
      {items?.map(({ id, name, kind, rank, region, chainNames }) => (
        <li key={id}>
          <span>
            <span lang="zh-CN">{name}</span> <code className="quiet">{id}</code>
            <div className="quiet">
              {choiceLabel(kind)}
              {rank ? ` · ${choiceLabel(rank)}` : null}
              {region ? ` · ${t('unitRegion')} ${region}` : null}
            </div>
          </span>
          <span className="quiet" lang="zh-CN">
            {chainNames.length === 0 ? t('direct') : chainNames.join(' → ')}
          </span>
        </li>
      ))}
    </DirectoryPanel>
  );
}
