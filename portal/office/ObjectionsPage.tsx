import { ActionBar } from '../components/application/ActionBar.js';
import { Deadlines } from '../components/deadline/Deadlines.js';
import { ObjectionsPanel } from '../conferral/ObjectionsPanel.js';
import { PostingSeen } from '../conferral/PostingSeen.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { elsewhere } from './worklist/elsewhere.js';
import { Worklist } from './worklist/Worklist.js';

/** `/office/objections`: applications in public notice, objections to record and to resolve. */
export function OfficeObjectionsPage() {
  const t = useLabels(office);
  return (
    <Worklist title={t('objections')} lead={t('objectionsLead')} takes={['objection', 'objectionOutcome']}>
      {(application) => (
        <>
          <Deadlines application={application} />
          <PostingSeen application={application} />
          <div>
            <strong>{t('objectionOpen')}</strong>
            <ObjectionsPanel application={application} />
          </div>
          <ActionBar application={application} except={elsewhere} />
        </>
      )}
    </Worklist>
  );
}
