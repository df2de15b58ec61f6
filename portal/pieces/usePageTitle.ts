import { useEffect } from 'react';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  const product = useWords(common)('product');
  useEffect(() => {
    document.title = title === '' || title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}
