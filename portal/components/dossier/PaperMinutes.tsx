import { useQuery } from '@tanstack/react-query';
import { type Application, dossierQuery } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { useLabels } from '../../labels/labelArea.js';
import { DocumentList } from './DocumentList.js';
import { UploadPaper } from './UploadPaper.js';

/** The scan of the minutes of a meeting on paper, and a button to upload it. */
export function PaperMinutes({ application }: { readonly application: Application }) {
  const t = useLabels(acts);
  const { data: dossier } = useQuery(dossierQuery(application.id));
  if (!dossier) return null;
  const scans = dossier.documents.filter(({ kind }) => kind === 'paper_minutes');
  return (
    <div className="stack" style={{ gap: 8, marginBlockEnd: 12 }}>
      <span className="quiet">{t('paperMinutes')}</span>
      {scans.length === 0 ? null : <DocumentList documents={scans} />}
      <div>
        <UploadPaper application={application} kind="paper_minutes" again={scans.length > 0} />
      </div>
    </div>
  );
}
