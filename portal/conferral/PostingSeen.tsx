import { useQuery } from '@tanstack/react-query';
import { type Application, dossierQuery, timelineQuery } from '../api/applications.js';
import { Instant } from '../components/deadline/Instant.js';
import { DocumentList } from '../components/dossier/DocumentList.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';

/** Whether and when the unit confirmed that it posted the result, with the photos. */
export function PostingSeen({ application }: { readonly application: Application }) {
  const t = useLabels(conferral);
  const { data: timeline } = useQuery(timelineQuery(application.id, application.seq));
  const { data: dossier } = useQuery(dossierQuery(application.id));
  const confirmed = timeline?.events.findLast(({ event }) => event === 'confirm_unit_posting');
  const photos = (dossier?.documents ?? []).filter(({ kind }) => kind === 'posting_photo');
  return (
    <div>
      {confirmed === undefined ? (
        <span className="quiet">{t('postingUnconfirmed')}</span>
      ) : (
        <>
          {t('postingConfirmed')} <Instant at={confirmed.at} />
        </>
      )}
      {photos.length === 0 ? null : <DocumentList documents={photos} />}
    </div>
  );
}
