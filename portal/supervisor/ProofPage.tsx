import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { supervisor } from '../words/supervisor.js';

/** `/supervisor/:id`: the record with its hashes checked in the browser. */
export function ProofPage() {
  const t = useWords(supervisor);
  return <Page title={t('proof')} empty />;
}
