import { Button, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { common } from '../../../labels/common.js';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels } from '../../../labels/labelArea.js';
import { isAssigned } from './assignmentOf.js';
import { mayRetry, type Upload, type UploadQueue } from './UploadQueue.js';

const CropDialog = lazy(() => import('./CropDialog.js').then(({ CropDialog: it }) => ({ default: it })));

interface Props {
  readonly queue: UploadQueue;
  readonly upload: Upload;
}

/** What can be done with a file on its way. To give one up that is being sent asks first. */
export function UploadButtons({ queue, upload }: Props) {
  const t = useLabels(uploadLabels);
  const tCommon = useLabels(common);
  const [isCropping, setIsCropping] = useState(false);
  const { id, file, state } = upload;
  const { name } = file;
  const isUnderWay = ['preparing', 'sending', 'paused'].includes(state);
  return (
    <div className="row">
      {state === 'unassigned' ? (
        <Button
          size="small"
          aria-label={t('uploadOne', { name })}
          disabled={!isAssigned(upload)}
          onClick={() => queue.confirm([id])}
        >
          {t('upload')}
        </Button>
      ) : null}
      {state === 'uncropped' ? (
        <Button size="small" type="primary" aria-label={t('cropOne', { name })} onClick={() => setIsCropping(true)}>
          {t('crop')}
        </Button>
      ) : null}
      {state === 'sending' ? (
        <Button size="small" aria-label={t('pauseOne', { name })} onClick={() => queue.pause(id)}>
          {t('pause')}
        </Button>
      ) : null}
      {state === 'paused' ? (
        <Button size="small" aria-label={t('resumeOne', { name })} onClick={() => queue.resume(id)}>
          {t('resume')}
        </Button>
      ) : null}
      {state === 'failed' && mayRetry(upload) ? (
        <Button size="small" aria-label={t('retryOne', { name })} onClick={() => queue.confirm([id])}>
          {tCommon('retry')}
        </Button>
      ) : null}
      {isUnderWay ? (
        <Popconfirm
          title={t('cancelSure')}
          okText={t('cancelYes')}
          cancelText={t('cancelNo')}
          onConfirm={() => queue.remove(id)}
        >
          <Button size="small" type="text" aria-label={t('cancelOne', { name })}>
            {t('cancel')}
          </Button>
        </Popconfirm>
      ) : state === 'examining' ? null : (
        <Button size="small" type="text" aria-label={t('dismissOne', { name })} onClick={() => queue.remove(id)}>
          {t('dismiss')}
        </Button>
      )}
      {isCropping ? (
        <Suspense fallback={null}>
          <CropDialog
            applicationId={queue.applicationId}
            file={file}
            onClose={() => setIsCropping(false)}
            onCropped={(cropped) => queue.crop(id, cropped)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
