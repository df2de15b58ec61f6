import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type Application, dossierQuery, policyQuery, type StoredDocument } from '../../api/applications.js';
import { conferral } from '../../labels/conferral.js';
import { useLabels } from '../../labels/labelArea.js';
import { DocumentList } from './DocumentList.js';
import { UploadPaper } from './UploadPaper.js';

interface PhotosOfPosting {
  /** null until the list is loaded */
  readonly photos: readonly StoredDocument[] | null;
  /** the law requires a photo and there is none */
  readonly missing: boolean;
}

/** The unit's photos of its posting of the result, and whether one is still required (通知 三（五）). */
export function usePostingPhotos({ id }: Application, enabled = true): PhotosOfPosting {
  const { data: dossier } = useQuery({ ...dossierQuery(id), enabled });
  const { data: policy } = useQuery({ ...policyQuery(id), enabled });
  const photos = dossier?.documents.filter(({ kind }) => kind === 'posting_photo') ?? null;
  return { photos, missing: photos?.length === 0 && policy?.postingPhoto?.value === true };
}

/** The photos, a button to add one, and a warning where a required one is missing. */
export function PostingPhotos({ application }: { readonly application: Application }) {
  const t = useLabels(conferral);
  const { photos, missing } = usePostingPhotos(application);
  if (photos === null) return null;
  return (
    <div className="stack" style={{ gap: 12 }}>
      {missing ? <Alert type="warning" showIcon title={t('photoNeeded')} /> : null}
      {photos.length === 0 ? <span>{t('noPhoto')}</span> : <DocumentList documents={photos} />}
      <div>
        <UploadPaper application={application} kind="posting_photo" again={photos.length > 0} />
      </div>
    </div>
  );
}
