import type { Chosen } from './PolicyValues.js';
import { languageOfValue, useValueLabels } from './useValueLabels.js';

/** A value as people read it, with its clause. */
export function ValueWithClause({ chosen: { path, ruled } }: { readonly chosen: Pick<Chosen, 'path' | 'ruled'> }) {
  const value = useValueLabels().formatValue(ruled.value, path);
  return (
    <p>
      <strong lang={languageOfValue(value)}>{value}</strong>{' '}
      <span className="quiet" lang="zh-CN">
        {ruled.clause}
      </span>
    </p>
  );
}
