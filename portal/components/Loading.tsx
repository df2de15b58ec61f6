import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import './loading.css';

/** A placeholder while loading. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const t = useLabels(common);
  return (
    <div role="status" aria-label={t('loading')} className="loading">
      {Array.from({ length: rows }, (_, row) => `${96 - ((row * 37) % 55)}%`).map((width) => (
        <span key={width} style={{ width }} />
      ))}
    </div>
  );
}
