import type { Application } from '../api/applications.js';
import { Instant } from '../components/deadline/Instant.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { PendingPage } from '../shared/PendingPage.js';
import { PendingRequest } from '../shared/PendingRequest.js';
import { pending } from '../shared/pendingLabels.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/extensions`: extensions requested by one person and approved by another, earliest due first. */
export function ExtensionsPage() {
  const t = useLabels(pending);
  const campaign = useCampaignId();
  return (
    <PendingPage
      title={t('extensions')}
      lead={t('byTwo')}
      none={t('noExtensions')}
      hint={t('newExtension')}
      filter={{ campaign, extension: 'pending' }}
      waits={campaign === ''}
      render={(application) => <Extension key={application.id} application={application} />}
    />
  );
}

function Extension({ application }: { readonly application: Application }) {
  const t = useLabels(pending);
  const localize = useLocalized();
  const { pendingExtension } = application;
  if (pendingExtension === null || pendingExtension === undefined) return null;
  const { deadline, due, requestedBy } = pendingExtension;
  const running = application.deadlines.find((one) => one?.name === deadline);
  return (
    <PendingRequest application={application} asked="extend" by={requestedBy} approval="approve_extension">
      <strong>{t('extensionOf', { deadline: running ? localize(running.label) : '' })}</strong> <Instant at={due} due />
    </PendingRequest>
  );
}
