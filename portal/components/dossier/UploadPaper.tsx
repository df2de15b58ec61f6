import { UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Application, StoredDocument } from '../../api/applications.js';
import { legible } from '../../api/uploads/legible.js';
import { sendDocument } from '../../api/uploads/sendDocument.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels } from '../../labels/labelArea.js';
import { unit } from '../../labels/unit.js';
import { Problem } from '../Problem.js';

interface Props {
  readonly application: Application;
  readonly kind: StoredDocument['kind'];
  readonly again: boolean;
}

/** Uploads one document of one kind; a failed upload can be retried without choosing the file again. */
export function UploadPaper({ application, kind, again }: Props) {
  const t = useLabels(unit);
  const documentLabels = useDocumentLabels();
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [share, setShare] = useState(0);
  const [error, setError] = useState<unknown>(null);

  async function send(chosen: File) {
    setFile(chosen);
    setBusy(true);
    setShare(0);
    setError(null);
    try {
      const { file } = await legible(chosen);
      await sendDocument({ applicationId: application.id, kind, year: null, file }, { onProgress: setShare });
      await client.invalidateQueries({ queryKey: ['application', application.id] });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <input
        ref={field}
        type="file"
        // In a form, Ant Design's styles override the `hidden` attribute.
        style={{ display: 'none' }}
        accept="application/pdf,image/jpeg,image/png"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) void send(chosen);
          target.value = '';
        }}
      />
      <Button
        size="small"
        icon={<UploadOutlined />}
        loading={busy}
        aria-label={t('upload', { document: documentLabels[kind] })}
        onClick={() => field.current?.click()}
      >
        {busy ? `${t('uploading')} ${Math.floor(share * 100)}%` : t(again ? 'uploadAgain' : 'uploadIt')}
      </Button>
      {error === null ? null : <Problem error={error} onRetry={() => file && void send(file)} />}
    </>
  );
}
