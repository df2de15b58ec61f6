import { useQuery } from '@tanstack/react-query';
import { type Application, dossierQuery } from '../api/applications.js';
import { DocumentList } from '../pieces/DocumentList.js';
import { Panel } from '../pieces/Panel.js';
import { useWords } from '../words/area.js';
import { conferral } from '../words/conferral.js';
import { UploadPaper } from './UploadPaper.js';

/** The result posted in the unit, shown by a photo; there while the law lets the unit confirm it (通知 三（五）). */
export function PostingPanel({ application }: { readonly application: Application }) {
  const t = useWords(conferral);
  const confirming = application.actions.some(({ event }) => event === 'confirm_unit_posting');
  const { data } = useQuery({ ...dossierQuery(application.id), enabled: confirming });
  if (!confirming || data === undefined) return null;
  const photos = data.documents.filter(({ kind }) => kind === 'posting_photo');
  return (
    <Panel title={t('posting')}>
      <div className="stack" style={{ gap: 12 }}>
        <span className="quiet">{t('postingLead')}</span>
        {photos.length === 0 ? <span>{t('noPhoto')}</span> : <DocumentList documents={photos} />}
        <div>
          <UploadPaper application={application} kind="posting_photo" again={photos.length > 0} />
        </div>
      </div>
    </Panel>
  );
}
