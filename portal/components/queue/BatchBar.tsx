import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { QueueItem } from '../../api/applications.js';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import type { Choice } from '../useChoice.js';

/** What can be done with several applications at once. */
export type Batch = (chosen: readonly QueueItem[], clear: () => void) => ReactNode;

/** How many are chosen and what can be done with them; nothing while none is. */
export function BatchBar({ choice, batch }: { readonly choice: Choice; readonly batch: Batch | undefined }) {
  const t = useLabels(queue);
  if (batch === undefined || choice.chosen.length === 0) return null;
  return (
    <section className="row batchBar noPrint" aria-label={t('batch')}>
      <strong role="status">{t('chosen', { n: choice.chosen.length })}</strong>
      {batch(choice.chosen, choice.clear)}
      <Button type="text" onClick={choice.clear}>
        {t('clear')}
      </Button>
    </section>
  );
}
