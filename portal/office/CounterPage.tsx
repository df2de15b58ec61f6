import { useWords } from '../words/area.js';
import { office } from '../words/office.js';
import { Desk } from './desk/Desk.js';
import { OriginalsForm } from './desk/OriginalsForm.js';

/** `/office/counter`: originals handed in at the counter, ticked one by one. */
export function CounterPage() {
  const t = useWords(office);
  return (
    <Desk title={t('counter')} lead={t('counterLead')} takes={['originals']}>
      {(application) => <OriginalsForm application={application} />}
    </Desk>
  );
}
