import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import type { QueueState } from './useQueueState.js';

/** Searches while typing, debounced; not during the composition of a Chinese word. */
export function SearchField({ state, label }: { readonly state: QueueState; readonly label?: string }) {
  const t = useLabels(queue);
  const query = state.get('q') ?? '';
  const [typed, setTyped] = useState(query);
  const [composing, setComposing] = useState(false);
  const sent = useRef(query);
  const set = useRef(state.set);
  set.current = state.set;

  // The back button and a cleared filter change the address and therefore the field; values sent by this field match
  // already.
  useEffect(() => {
    if (query !== sent.current) setTyped(query);
    sent.current = query;
  }, [query]);
  useEffect(() => {
    const requested = typed.trim();
    if (composing || requested === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = requested;
      set.current('q', requested);
    }, 300);
    return () => clearTimeout(timer);
  }, [typed, composing]);

  return (
    <Input
      className="queueSearch"
      type="search"
      aria-label={label ?? t('search')}
      placeholder={label ?? t('search')}
      prefix={<SearchOutlined />}
      maxLength={200}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
