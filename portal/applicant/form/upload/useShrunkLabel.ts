import type { PictureSize, Prepared } from '../../../api/uploads/prepared.js';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels } from '../../../labels/labelArea.js';
import { sizeLabel } from '../sizeLabel.js';

/** Says what a picture was and what it is now that it was made smaller. */
export function useShrunkLabel() {
  const t = useLabels(uploadLabels);
  const sizeOf = ({ width, height, size }: PictureSize) => t('pixels', { width, height, size: sizeLabel(size) });
  return ({ before, after }: NonNullable<Prepared['said']>) =>
    t('shrunk', { before: sizeOf(before), after: sizeOf(after) });
}
