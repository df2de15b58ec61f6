import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/area.js';
import { queue } from '../../words/queue.js';
import type { QueueState } from './useQueueState.js';

/** Searches as one types, a moment after the last letter; not while a Chinese word is still being put together. */
export function SearchField({ state }: { readonly state: QueueState }) {
  const t = useWords(queue);
  const asked = state.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  const [composing, setComposing] = useState(false);
  const sent = useRef(asked);
  const set = useRef(state.set);
  set.current = state.set;

  // The back button and a cleared filter change the address, and with it the field; what this field sent is there already.
  useEffect(() => {
    if (asked !== sent.current) setTyped(asked);
    sent.current = asked;
  }, [asked]);
  useEffect(() => {
    const wanted = typed.trim();
    if (composing || wanted === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      set.current('q', wanted);
    }, 300);
    return () => clearTimeout(timer);
  }, [typed, composing]);

  return (
    <Input
      className="queueSearch"
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      prefix={<SearchOutlined />}
      maxLength={64}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
