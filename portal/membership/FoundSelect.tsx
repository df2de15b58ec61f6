import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answer, api } from '../api/client.js';

interface Props {
  readonly of: 'units' | 'departments';
  // Set by the form.
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

const shortest = 2;

/** Finds a unit by part of its name or its code, or a department by part of its name, on the server. */
export function FoundSelect({ of, ...field }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['found', of, q],
    enabled: q.length >= shortest,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const params = { query: { q } };
      if (of === 'departments') return (await answer(api.GET('/api/me/departments-above', { params, signal }))).items;
      const { items } = await answer(api.GET('/api/me/units-to-join', { params, signal }));
      return items.map(({ id, name, creditCode }) => ({
        id,
        name: creditCode === null ? name : `${name} ${creditCode}`,
      }));
    },
  });
  return (
    <Select
      {...field}
      allowClear
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
