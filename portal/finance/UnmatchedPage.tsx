import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { finance } from '../words/finance.js';

/** `/finance/unmatched`: what does not match. */
export function UnmatchedPage() {
  const t = useWords(finance);
  return <Page title={t('unmatched')} empty />;
}
