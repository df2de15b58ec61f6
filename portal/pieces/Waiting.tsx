import { Skeleton } from 'antd';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';

/** In place of what is being loaded. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const t = useWords(common);
  return (
    <div role="status" aria-label={t('loading')} style={{ padding: 8 }}>
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
}
