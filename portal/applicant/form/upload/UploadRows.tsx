import { Button, Progress } from 'antd';
import { applicant } from '../../../labels/applicant.js';
import { common } from '../../../labels/common.js';
import { useLabels } from '../../../labels/labelArea.js';
import type { NewDocument, Upload } from './useUploads.js';

interface Props {
  readonly uploads: readonly Upload[];
  readonly onAgain: (document: NewDocument, id: string) => void;
  readonly onDrop: (id: string) => void;
}

/** Uploads in progress; a failed one shows why and can be retried. */
export function UploadRows({ uploads, onAgain, onDrop }: Props) {
  const t = useLabels(applicant);
  const tCommon = useLabels(common);
  if (uploads.length === 0) return null;
  return (
    <ul className="evidence">
      {uploads.map(({ id, document, share, error, again, stop }) => (
        <li key={id} className="evidenceRow">
          <div className="evidenceName">
            <span>{error === null ? t('uploading', { name: document.file.name }) : document.file.name}</span>
            {error === null ? (
              <Progress percent={Math.round(share * 100)} aria-label={t('uploading', { name: document.file.name })} />
            ) : (
              <span role="alert" className="fieldError">
                {error}
              </span>
            )}
          </div>
          <div className="row">
            {again ? (
              <Button size="small" onClick={() => onAgain(document, id)}>
                {tCommon('retry')}
              </Button>
            ) : null}
            <Button size="small" type="text" onClick={() => (error === null ? stop() : onDrop(id))}>
              {t(error === null ? 'cancel' : 'dismiss')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
