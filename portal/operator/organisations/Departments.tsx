import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectoryPanel } from './DirectoryPanel.js';
import { departmentsQuery } from './directoryQueries.js';

interface Department {
  readonly id: string;
  readonly name: string;
}

/** All departments. */
export function Departments({ onChange }: { readonly onChange: (department: Department) => void }) {
  const t = useLabels(operator);
  const [q, setQ] = useState('');
  const query = useInfiniteQuery(departmentsQuery(q));
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <DirectoryPanel title={t('departments')} find={t('find')} query={query} none={items?.length === 0} onFind={setQ}>
      {items?.map(({ id, name }) => (
        <li key={id}>
          <span lang="zh-CN">{name}</span>
          <code className="quiet">{id}</code>
          <Button size="small" onClick={() => onChange({ id, name })}>
            {t('change')}
            <span className="visuallyHidden">：{name}</span>
          </Button>
        </li>
      ))}
    </DirectoryPanel>
  );
}
