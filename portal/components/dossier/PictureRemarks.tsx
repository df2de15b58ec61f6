import { WarningFilled } from '@ant-design/icons';
import { pictureRemarkLabels } from '../../../rules/dossier/pictures.js';
import type { StoredDocument } from '../../api/applications.js';
import { useLocalized } from '../../labels/labelArea.js';

/** The size of a picture in pixels, and what to look at in it; nothing for other files. */
export function PictureRemarks({ document: { picture } }: { readonly document: StoredDocument }) {
  const localize = useLocalized();
  if (picture === undefined) return null;
  return (
    <span className="quiet">
      {' · '}
      {picture.width}×{picture.height}
      {picture.remarks.map((remark) => (
        <span key={remark}>
          {' · '}
          <WarningFilled aria-hidden style={{ color: 'var(--portal-warn)' }} /> {localize(pictureRemarkLabels[remark])}
        </span>
      ))}
    </span>
  );
}
