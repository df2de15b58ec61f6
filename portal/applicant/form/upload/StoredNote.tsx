import { applicant } from '../../../labels/applicant.js';
import { useLabels } from '../../../labels/labelArea.js';
import type { Upload } from './UploadQueue.js';
import { useShrunkLabel } from './useShrunkLabel.js';

/** Tells that a file was stored, and what was done to a picture before; read out, and shown where something was done. */
export function StoredNote({ upload }: { readonly upload: Upload | null }) {
  const t = useLabels(applicant);
  const shrunk = useShrunkLabel();
  const prepared = upload?.prepared ?? null;
  return (
    <div role="status" className={prepared === null ? 'visuallyHidden' : 'quiet'}>
      {upload === null ? '' : t('uploaded', { name: upload.file.name })} {prepared === null ? '' : shrunk(prepared)}
    </div>
  );
}
