import { lazy, Suspense, useState } from 'react';
import type { StoredDocument } from '../../api/applications.js';
import { application } from '../../labels/application.js';
import { useLabels } from '../../labels/labelArea.js';
import { DocumentButton } from './DocumentButton.js';

const DocumentPreview = lazy(() => import('./DocumentPreview.js').then(({ DocumentPreview: it }) => ({ default: it })));

const sizeOf = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Documents by kind; a click previews one. */
export function DocumentList({ documents }: { readonly documents: readonly StoredDocument[] }) {
  const t = useLabels(application);
  const [previewed, setPreviewed] = useState<StoredDocument | null>(null);
  if (documents.length === 0) return <p className="quiet">{t('noDocuments')}</p>;
  return (
    <>
      <ul className="documentList">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentButton document={document} onClick={() => setPreviewed(document)}>
              <span className="quiet">
                {document.fileName} · {sizeOf(document.size)}
              </span>
            </DocumentButton>
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
