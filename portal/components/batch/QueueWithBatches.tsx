import { lazy, Suspense, useRef } from 'react';
import type { QueueItem } from '../../api/applications.js';
import type { QueueFilter } from '../../api/queue.js';
import { useBinding } from '../../app/binding.js';
import { PrintSeveral } from '../print/PrintSeveral.js';
import { QueueTable } from '../queue/QueueTable.js';
import type { QueueState } from '../queue/useQueueState.js';
import { BatchButtons } from './BatchButtons.js';
import { UnfinishedBatch } from './UnfinishedBatch.js';
import { useBatch } from './useBatch.js';

const BatchDialog = lazy(() => import('./BatchDialog.js').then(({ BatchDialog: it }) => ({ default: it })));

interface Props {
  readonly state: QueueState;
  readonly filter: QueueFilter;
  readonly hrefOf: (item: QueueItem) => string;
  readonly hidden?: readonly string[];
}

/** A queue with batch acts on the selected applications. */
export function QueueWithBatches({ state, filter, hrefOf, hidden = [] }: Props) {
  const binding = useBinding();
  const batch = useBatch(`batch:${binding?.role}:${binding?.scope ?? ''}`);
  const clear = useRef<() => void>(() => {});
  return (
    <>
      <UnfinishedBatch state={batch} />
      <QueueTable
        state={state}
        filter={filter}
        hrefOf={hrefOf}
        hidden={hidden}
        batch={(chosen, giveUp) => {
          clear.current = giveUp;
          return (
            <>
              <BatchButtons chosen={chosen} role={binding?.role} onBegin={batch.begin} />
              <PrintSeveral chosen={chosen} role={binding?.role} />
            </>
          );
        }}
      />
      {batch.open && batch.batch !== null ? (
        <Suspense fallback={null}>
          <BatchDialog state={batch} batch={batch.batch} onFinished={() => clear.current()} />
        </Suspense>
      ) : null}
    </>
  );
}
