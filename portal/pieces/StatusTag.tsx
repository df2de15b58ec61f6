import { Tag } from 'antd';
import { useSay } from '../words/area.js';

interface Props {
  readonly words: { readonly zh: string; readonly en: string };
  readonly final?: boolean;
  readonly pastDue?: boolean;
}

/** The status in the law's words: running, over, or past due. */
export function StatusTag({ words, final = false, pastDue = false }: Props) {
  const say = useSay();
  return (
    <Tag color={pastDue ? 'error' : final ? 'default' : 'processing'} style={{ marginInlineEnd: 0 }}>
      {say(words)}
    </Tag>
  );
}
