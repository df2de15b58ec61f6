import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { StoredDocument } from '../../api/applications.js';
import { fetchInSession } from '../../api/client.js';
import { ApiProblem, ConnectionLost, isProblem } from '../../api/problem.js';
import { application } from '../../labels/application.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels } from '../../labels/labelArea.js';
import { Loading } from '../Loading.js';
import { Problem } from '../Problem.js';

interface Props {
  readonly document: StoredDocument;
  readonly onClose: () => void;
}
const addressOf = ({ applicationId, id }: StoredDocument) => `/api/applications/${applicationId}/documents/${id}`;

/** A preview of one document: an image, or a PDF in a frame; other types can be downloaded. */
export function DocumentPreview({ document, onClose }: Props) {
  const t = useLabels(application);
  const documentLabels = useDocumentLabels();
  return (
    <Modal
      open
      width={960}
      title={`${documentLabels[document.kind]} · ${document.fileName}`}
      onCancel={onClose}
      footer={
        <Button href={addressOf(document)} download={document.fileName}>
          {t('download')}
        </Button>
      }
    >
      <DocumentFrame document={document} />
    </Modal>
  );
}

/** The document itself, for pages that show it side by side. */
export function DocumentFrame({
  document,
  height = '70vh',
}: {
  readonly document: StoredDocument;
  readonly height?: string;
}) {
  const t = useLabels(application);
  const documentLabels = useDocumentLabels();
  const { data, error, refetch } = useQuery({
    queryKey: ['document', document.id],
    queryFn: ({ signal }) => fetchDocument(addressOf(document), signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const url = useObjectUrl(data);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (url === null) return <Loading />;
  const name = `${documentLabels[document.kind]} ${document.fileName}`;
  if (document.mediaType.startsWith('image/')) {
    return (
      <img src={url} alt={name} style={{ display: 'block', maxWidth: '100%', maxHeight: height, margin: '0 auto' }} />
    );
  }
  if (document.mediaType === 'application/pdf') {
    return <iframe src={url} title={name} style={{ width: '100%', height, border: 0 }} />;
  }
  return <p>{t('cannotDisplay')}</p>;
}

async function fetchDocument(address: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetchInSession(new Request(address, { signal }));
  if (response.ok) return await response.blob();
  const body: unknown = await response.json().catch(() => null);
  throw isProblem(body) ? new ApiProblem(body) : new ConnectionLost(response.status);
}

function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (blob === undefined) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
