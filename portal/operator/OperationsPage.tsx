import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { operator } from '../words/operator.js';

/** `/operator`: parked steps, outbox, engine. */
export function OperationsPage() {
  const t = useWords(operator);
  return <Page title={t('operations')} empty />;
}
