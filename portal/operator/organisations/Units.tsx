import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectoryPanel } from './DirectoryPanel.js';
import { type Unit, unitsQuery } from './directoryQueries.js';

/** All units with the departments above them. */
export function Units({ onChange }: { readonly onChange: (unit: Unit) => void }) {
  const t = useLabels(operator);
  const choiceLabel = useChoiceLabel();
  const [q, setQ] = useState('');
  const query = useInfiniteQuery(unitsQuery(q));
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <DirectoryPanel title={t('units')} find={t('find')} query={query} none={items?.length === 0} onFind={setQ}>
      {items?.map((unit) => {
        const { id, name, kind, rank, region, creditCode, chainNames } = unit;
        return (
          <li key={id}>
            <span>
              <span lang="zh-CN">{name}</span> <code className="quiet">{id}</code>
              <div className="quiet">
                {choiceLabel(kind)}
                {rank ? ` · ${choiceLabel(rank)}` : null}
                {region ? ` · ${t('unitRegion')} ${region}` : null}
                {creditCode && creditCode.toLowerCase() !== id ? ` · ${creditCode}` : null}
              </div>
            </span>
            <span className="quiet" lang="zh-CN">
              {chainNames.length === 0 ? t('direct') : chainNames.join(' → ')}
            </span>
            <Button size="small" onClick={() => onChange(unit)}>
              {t('change')}
              <span className="visuallyHidden">：{name}</span>
            </Button>
          </li>
        );
      })}
    </DirectoryPanel>
  );
}
