import type { SectionName } from '../../../../rules/dossier/dossier.js';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels } from '../../../labels/labelArea.js';
import { DropZone } from './DropZone.js';
import { evidenceOf } from './evidenceOf.js';
import { StoredNote } from './StoredNote.js';
import { UploadRows } from './UploadRows.js';
import { useUploads } from './useUploads.js';

const kinds = Object.values(evidenceOf).flat();

interface Props {
  readonly applicationId: string;
  /** the section that is open, which shows its own uploads */
  readonly current: SectionName;
  readonly onChanged: () => void;
}

/** Documents of all sections in one go, told apart by their names; also shows uploads that began in another section. */
export function BulkUpload({ applicationId, current, onChanged }: Props) {
  const t = useLabels(uploadLabels);
  const { queue, uploads, stored } = useUploads(applicationId, (place) => place !== current, onChanged);
  return (
    <details className="bulkUpload noPrint" open={uploads.length > 0 || undefined}>
      <summary>{t('bulk')}</summary>
      <div className="stack" style={{ gap: 12 }}>
        <p className="quiet">{t('bulkLead')}</p>
        <DropZone
          kinds={kinds}
          isByName
          onFiles={(files, said) => queue.add({ files, ...said, place: 'all', kinds })}
        />
        <UploadRows queue={queue} uploads={uploads} kinds={kinds} />
        <StoredNote upload={stored} />
      </div>
    </details>
  );
}
