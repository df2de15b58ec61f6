import { Progress } from 'antd';
import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { problemIn } from '../../../api/problem.js';
import { applicant } from '../../../labels/applicant.js';
import { useDocumentName } from '../../../labels/dossier/documents.js';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { problem } from '../../../labels/problem.js';
import { sizeLabel } from '../sizeLabel.js';
import { AssignFields } from './AssignFields.js';
import { UploadButtons } from './UploadButtons.js';
import { mayRetry, type Upload, type UploadQueue } from './UploadQueue.js';
import { useShrunkLabel } from './useShrunkLabel.js';

interface Props {
  readonly queue: UploadQueue;
  readonly upload: Upload;
  readonly kinds: readonly DocumentKind[];
}

/** One file on its way: what it is, how far it is, why it failed, and what can be done. */
export function UploadRow({ queue, upload, kinds }: Props) {
  const nameOf = useDocumentName();
  const { file, kind, year, state } = upload;
  return (
    <>
      <div className="evidenceName">
        <span className="fileName">{file.name}</span>
        {state === 'unassigned' ? (
          <AssignFields queue={queue} upload={upload} kinds={kinds} />
        ) : (
          <>
            <span className="quiet">
              {kind === null ? '' : `${nameOf({ kind, year })} · `}
              {sizeLabel(file.size)}
            </span>
            <State upload={upload} />
          </>
        )}
      </div>
      <UploadButtons queue={queue} upload={upload} />
    </>
  );
}

function State({ upload: { file, state, share, prepared, error } }: { readonly upload: Upload }) {
  const t = useLabels(uploadLabels);
  const tApplicant = useLabels(applicant);
  const why = useReason();
  const shrunk = useShrunkLabel();
  const percent = Math.floor(share * 100);
  const isMoving = state === 'sending' || state === 'paused' || state === 'examining';
  return (
    <>
      {prepared === null ? null : <span className="quiet">{shrunk(prepared)}</span>}
      {isMoving ? (
        <Progress
          percent={percent}
          size="small"
          showInfo={false}
          aria-label={tApplicant('uploading', { name: file.name })}
        />
      ) : null}
      {state === 'failed' ? (
        <span role="alert" className="fieldError">
          {why(error)}
        </span>
      ) : (
        <span className="quiet">{state === 'unassigned' ? '' : t(state, { percent })}</span>
      )}
    </>
  );
}

/** Why an upload failed, in words. */
function useReason() {
  const t = useLabels(uploadLabels);
  const tApplicant = useLabels(applicant);
  const tProblem = useLabels(problem);
  const localize = useLocalized();
  return (error: unknown) => {
    if (error === 'empty') return t('empty');
    if (error === 'tooLarge' || error === 'wrongType') return tApplicant(error);
    const refused = problemIn(error);
    if (refused) return localize({ zh: refused.detail, en: refused.detailEn });
    return tProblem(mayRetry({ error }) ? 'lost' : 'unknown');
  };
}
