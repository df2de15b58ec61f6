import { FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { StoredDocument } from '../../api/applications.js';
import { application } from '../../words/application.js';
import { useWords } from '../../words/area.js';
import { review } from '../../words/review.js';
import { DocumentFrame } from '../dossier/DocumentPreview.js';
import { Panel } from '../Panel.js';
import './review.css';
import { useDocumentWords } from '../../words/dossier/documents.js';

/** The documents by kind; the chosen one is shown in the page, so that the form and the checks stay in sight. */
export function DocumentsBeside({ documents }: { readonly documents: readonly StoredDocument[] }) {
  const t = useWords(review);
  const documentWords = useDocumentWords();
  const words = useWords(application);
  const [shown, setShown] = useState<StoredDocument | null>(null);
  const preview = useRef<HTMLElement>(null);
  const shownId = shown?.id;
  useEffect(() => {
    if (shownId !== undefined) preview.current?.scrollIntoView({ block: 'start' });
  }, [shownId]);
  return (
    <Panel title={t('documents')}>
      {documents.length === 0 ? <p className="quiet">{words('noDocuments')}</p> : null}
      <ul className="documentList reviewDocuments">
        {documents.map((document) => (
          <li key={document.id}>
            <Button
              type="text"
              block
              aria-pressed={shown?.id === document.id}
              icon={document.mediaType.startsWith('image/') ? <FileImageOutlined /> : <FilePdfOutlined />}
              onClick={() => setShown(shown?.id === document.id ? null : document)}
            >
              <span>
                {documentWords[document.kind]}
                {document.year === null ? '' : ` ${document.year}`}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {shown === null ? null : (
        <figure className="reviewPreview" ref={preview}>
          <figcaption className="row">
            <strong>{documentWords[shown.kind]}</strong>
            <span className="quiet">{shown.fileName}</span>
            <Button size="small" onClick={() => setShown(null)}>
              {t('closePreview')}
            </Button>
          </figcaption>
          <DocumentFrame document={shown} />
        </figure>
      )}
    </Panel>
  );
}
