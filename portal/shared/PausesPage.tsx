import { useLabels } from '../labels/labelArea.js';
import { CampaignChoice } from '../office/board/CampaignChoice.js';
import { useCampaignId } from '../office/useCampaign.js';
import { PendingPage } from './PendingPage.js';
import { PendingRequest } from './PendingRequest.js';
import { CampaignPauses } from './pauses/CampaignPauses.js';
import { pending } from './pendingLabels.js';

/** `/supervisor/pauses`, `/operator/pauses`: pauses of deadlines requested by one person and approved by another, of a whole campaign and of single applications. */
export function PausesPage() {
  const t = useLabels(pending);
  const campaignId = useCampaignId();
  return (
    <PendingPage
      title={t('pauses')}
      lead={t('byTwo')}
      none={t('noPauses')}
      hint={t('newPause')}
      actions={<CampaignChoice id={campaignId} />}
      above={<CampaignPauses key={campaignId} campaignId={campaignId} />}
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
