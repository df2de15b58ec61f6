import { FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { StoredDocument } from '../../api/applications.js';
import { application } from '../../labels/application.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels } from '../../labels/labelArea.js';

const DocumentPreview = lazy(() => import('./DocumentPreview.js').then(({ DocumentPreview: it }) => ({ default: it })));

const sizeOf = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Documents by kind; a click previews one. */
export function DocumentList({ documents }: { readonly documents: readonly StoredDocument[] }) {
  const t = useLabels(application);
  const documentLabels = useDocumentLabels();
  const [previewed, setPreviewed] = useState<StoredDocument | null>(null);
  if (documents.length === 0) return <p className="quiet">{t('noDocuments')}</p>;
  return (
    <>
      <ul className="documentList">
        {documents.map((document) => (
          <li key={document.id}>
            <Button
              type="text"
              block
              icon={document.mediaType.startsWith('image/') ? <FileImageOutlined /> : <FilePdfOutlined />}
              onClick={() => setPreviewed(document)}
            >
              <span>
                {documentLabels[document.kind]}
                {document.year === null ? '' : ` ${document.year}`}
                <span className="quiet">
                  {document.fileName} · {sizeOf(document.size)}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {previewed === null ? null : (
        <Suspense fallback={null}>
          <DocumentPreview document={previewed} onClose={() => setPreviewed(null)} />
        </Suspense>
      )}
    </>
  );
}
