import { useLabels } from '../labels/labelArea.js';
import { PendingPage } from './PendingPage.js';
import { PendingRequest } from './PendingRequest.js';
import { pending } from './pendingLabels.js';

/** `/supervisor/pauses`, `/operator/pauses`: pauses of deadlines requested by one person and approved by another. */
export function PausesPage() {
  const t = useLabels(pending);
  return (
    <PendingPage
      title={t('pauses')}
      lead={t('byTwo')}
      none={t('noPauses')}
      hint={t('newPause')}
      filter={{ pause: 'pending' }}
      render={(application) =>
        application.pendingPause === null ? null : (
          <PendingRequest
            key={application.id}
            application={application}
            asked="toll"
            by={application.pendingPause.requestedBy}
            approval="approve_toll"
          >
            <strong>{t('pauseUntil', { date: application.pendingPause.until })}</strong>
          </PendingRequest>
        )
      }
    />
  );
}
