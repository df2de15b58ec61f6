import { Button } from 'antd';
import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels } from '../../../labels/labelArea.js';
import { isAssigned } from './assignmentOf.js';
import type { Upload, UploadQueue } from './UploadQueue.js';
import { UploadRow } from './UploadRow.js';

interface Props {
  readonly queue: UploadQueue;
  readonly uploads: readonly Upload[];
  /** what the files may be */
  readonly kinds: readonly DocumentKind[];
}

/** Files on their way: those that a person has to say more of, and those that are sent, with what became of each. */
export function UploadRows({ queue, uploads, kinds }: Props) {
  const t = useLabels(uploadLabels);
  if (uploads.length === 0) return null;
  const waiting = uploads.filter(({ state }) => state === 'unassigned');
  const ready = waiting.filter(isAssigned).map(({ id }) => id);
  return (
    <div className="stack" style={{ gap: 8 }}>
      {waiting.length < 2 ? null : (
        <div className="row" style={{ justifyContent: 'space-between' }}>
          <span>{t('toConfirm', { n: waiting.length })}</span>
          <Button type="primary" size="small" disabled={ready.length === 0} onClick={() => queue.confirm(ready)}>
            {t('uploadAll', { n: ready.length })}
          </Button>
        </div>
      )}
      <ul className="evidence">
        {uploads.map((upload) => (
          <li key={upload.id} className="evidenceRow">
            <UploadRow queue={queue} upload={upload} kinds={kinds} />
          </li>
        ))}
      </ul>
    </div>
  );
}
