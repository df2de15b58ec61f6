import { ActionBar } from '../pieces/application/ActionBar.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';
import { Desk } from './desk/Desk.js';
import { elsewhere } from './desk/elsewhere.js';
import { TallyForm } from './desk/TallyForm.js';

/** `/office/meeting`: the vote on each application, or its deferral. */
export function MeetingPage() {
  const t = useWords(office);
  return (
    <Desk title={t('meeting')} lead={t('meetingLead')} takes={['meeting']}>
      {(application) => (
        <>
          <TallyForm application={application} />
          <ActionBar application={application} except={['record_tally', ...elsewhere]} />
        </>
      )}
    </Desk>
  );
}
