import { ObjectionsPanel } from '../conferral/ObjectionsPanel.js';
import { PostingSeen } from '../conferral/PostingSeen.js';
import { ActionBar } from '../pieces/application/ActionBar.js';
import { DeadlineView } from '../pieces/deadline/DeadlineView.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';
import { Desk } from './desk/Desk.js';
import { elsewhere } from './desk/elsewhere.js';

/** `/office/objections`: applications in public notice, objections to record and to resolve. */
export function OfficeObjectionsPage() {
  const t = useWords(office);
  return (
    <Desk title={t('objections')} lead={t('objectionsLead')} takes={['objection', 'objectionOutcome']}>
      {(application) => (
        <>
          {application.deadlines.map(
            (deadline) => deadline && <DeadlineView key={deadline.name} deadline={deadline} />,
          )}
          <PostingSeen application={application} />
          <div>
            <strong>{t('objectionOpen')}</strong>
            <ObjectionsPanel application={application} />
          </div>
          <ActionBar application={application} except={elsewhere} />
        </>
      )}
    </Desk>
  );
}
