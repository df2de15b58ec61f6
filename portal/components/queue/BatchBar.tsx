import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { QueueItem } from '../../api/applications.js';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import type { Choice } from '../useChoice.js';

/** Renders the batch acts for the selected applications. */
export type Batch = (chosen: readonly QueueItem[], clear: () => void) => ReactNode;

/** The number of selected applications and the batch acts; nothing while none is selected. */
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
