import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { OriginalsForm } from './worklist/OriginalsForm.js';
import { Worklist } from './worklist/Worklist.js';

/** `/office/counter`: originals received at the counter, ticked one by one. */
export function CounterPage() {
  const t = useLabels(office);
  return (
    <Worklist title={t('counter')} lead={t('counterLead')} takes={['originals']}>
      {(application) => <OriginalsForm application={application} />}
    </Worklist>
  );
}
