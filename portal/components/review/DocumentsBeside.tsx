import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { StoredDocument } from '../../api/applications.js';
import { application } from '../../labels/application.js';
import { useLabels } from '../../labels/labelArea.js';
import { review } from '../../labels/review.js';
import { DocumentButton } from '../dossier/DocumentButton.js';
import { DocumentFrame } from '../dossier/DocumentPreview.js';
import { Panel } from '../Panel.js';
import './review.css';
import { useDocumentLabels } from '../../labels/dossier/documents.js';

/** Documents by kind; the selected one is previewed in the page, so that form and checks stay visible. */
export function DocumentsBeside({ documents }: { readonly documents: readonly StoredDocument[] }) {
  const t = useLabels(review);
  const documentLabels = useDocumentLabels();
  const tApplication = useLabels(application);
  const [previewed, setPreviewed] = useState<StoredDocument | null>(null);
  const preview = useRef<HTMLElement>(null);
  const previewedId = previewed?.id;
  useEffect(() => {
    if (previewedId !== undefined) preview.current?.scrollIntoView({ block: 'start' });
  }, [previewedId]);
  return (
    <Panel title={t('documents')}>
      {documents.length === 0 ? <p className="quiet">{tApplication('noDocuments')}</p> : null}
      <ul className="documentList reviewDocuments">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentButton
              document={document}
              pressed={previewed?.id === document.id}
              onClick={() => setPreviewed(previewed?.id === document.id ? null : document)}
            />
          </li>
        ))}
      </ul>
      {previewed === null ? null : (
        <figure className="reviewPreview" ref={preview}>
          <figcaption className="row">
            <strong>{documentLabels[previewed.kind]}</strong>
            <span className="quiet">{previewed.fileName}</span>
            <Button size="small" onClick={() => setPreviewed(null)}>
              {t('closePreview')}
            </Button>
          </figcaption>
          <DocumentFrame document={previewed} />
        </figure>
      )}
    </Panel>
  );
}
