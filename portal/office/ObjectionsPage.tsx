import { ActionBar } from '../pieces/ActionBar.js';
import { DeadlineView } from '../pieces/DeadlineView.js';
import { Instant } from '../pieces/Instant.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';
import { Desk } from './desk/Desk.js';
import { elsewhere } from './desk/elsewhere.js';

/** `/office/objections`: applications in public notice, objections to record and to resolve. */
export function OfficeObjectionsPage() {
  const t = useWords(office);
  return (
    <Desk title={t('objections')} lead={t('objectionsLead')} takes={['objection', 'objectionOutcome']}>
      {(application) => {
        const open = application.objections.filter(({ outcome }) => outcome === null);
        return (
          <>
            {application.deadlines.map(
              (deadline) => deadline && <DeadlineView key={deadline.name} deadline={deadline} />,
            )}
            <div>
              <strong>{t('objectionOpen')}</strong>
              {open.length === 0 ? (
                <p className="quiet" style={{ margin: 0 }}>
                  {t('noOpenObjection')}
                </p>
              ) : (
                <ul className="plainList">
                  {open.map(({ id, raisedAt }) => (
                    <li key={id}>
                      {t('raisedAt')} <Instant at={raisedAt} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
            <ActionBar application={application} except={elsewhere} />
          </>
        );
      }}
    </Desk>
  );
}
