import { useEffect } from 'react';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';

/** Sets the page title in the browser's tab and history. */
export function usePageTitle(title: string): void {
  const product = useLabels(common)('product');
  useEffect(() => {
    document.title = title === '' || title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}
