import { lazy, Suspense } from 'react';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { CounterDays } from './originals/CounterDays.js';
import { OriginalsForm } from './worklist/OriginalsForm.js';
import { UnitChoice } from './worklist/UnitChoice.js';
import { Worklist } from './worklist/Worklist.js';

const ReceiveTogether = lazy(() =>
  import('./worklist/ReceiveTogether.js').then(({ ReceiveTogether: it }) => ({ default: it })),
);

/** `/office/counter`: originals received at the counter, ticked one by one, or a unit's all together; and who comes when. */
export function CounterPage() {
  const t = useLabels(office);
  return (
    <Worklist
      title={t('counter')}
      lead={t('counterLead')}
      takes={['originals']}
      below={<CounterDays />}
      filters={(state) => <UnitChoice state={state} />}
      batch={(chosen, clear) => (
        <Suspense fallback={null}>
          <ReceiveTogether chosen={chosen} onDone={clear} />
        </Suspense>
      )}
    >
      {(application) => <OriginalsForm application={application} />}
    </Worklist>
  );
}
