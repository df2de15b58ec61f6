import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { departmentsQuery, unitsQuery } from './directoryQueries.js';

interface Props {
  readonly of: 'units' | 'departments';
  readonly several?: boolean;
  // Set by the form.
  readonly id?: string;
  readonly value?: string | string[];
  readonly onChange?: (value: string | string[]) => void;
}

/** Selects units or departments by name or id, searched on the server. */
export function DirectorySelect({ of, several = false, ...field }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const units = useInfiniteQuery({ ...unitsQuery(q), enabled: of === 'units' });
  const departments = useInfiniteQuery({ ...departmentsQuery(q), enabled: of === 'departments' });
  const { data } = of === 'units' ? units : departments;
  const items =
    data?.pages.flatMap((page): readonly { readonly id: string; readonly name: string }[] => page.items) ?? [];
  return (
    <Select
      {...field}
      {...(several ? { mode: 'multiple' as const } : { allowClear: true })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={items.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
    />
  );
}
