import { ActionBar } from '../components/application/ActionBar.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { elsewhere } from './worklist/elsewhere.js';
import { TallyForm } from './worklist/TallyForm.js';
import { Worklist } from './worklist/Worklist.js';

/** `/office/meeting`: records the vote on each application, or its deferral. */
export function MeetingPage() {
  const t = useLabels(office);
  return (
    <Worklist title={t('meeting')} lead={t('meetingLead')} takes={['meeting']}>
      {(application) => (
        <>
          <TallyForm application={application} />
          <ActionBar application={application} except={['enter_tally', 'record_tally', ...elsewhere]} />
        </>
      )}
    </Worklist>
  );
}
