import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { StoredDocument } from '../../api/applications.js';
import { DocumentButton } from '../../components/dossier/DocumentButton.js';
import { application as area } from '../../labels/application.js';
import { useDocumentName } from '../../labels/dossier/documents.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

interface Props {
  readonly documents: readonly StoredDocument[];
  readonly previewed: StoredDocument | null;
  readonly onPreview: (document: StoredDocument) => void;
  readonly onNote: (document: StoredDocument) => void;
}

/** The documents of a submission: one click shows a document beside the form, another notes a defect. */
export function AuditDocuments({ documents, previewed, onPreview, onNote }: Props) {
  const t = useLabels(office);
  const tApplication = useLabels(area);
  const nameOf = useDocumentName();
  if (documents.length === 0) return <p className="quiet">{tApplication('noDocuments')}</p>;
  return (
    <ul className="documentList auditDocuments">
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentButton
            document={document}
            pressed={previewed?.id === document.id}
            className={previewed?.id === document.id ? 'auditPreviewed' : ''}
            onClick={() => onPreview(document)}
          >
            <span className="quiet">{document.fileName}</span>
          </DocumentButton>
          <Button
            type="text"
            icon={<PlusOutlined />}
            aria-label={t('noteSection', { section: nameOf(document) })}
            onClick={() => onNote(document)}
          />
        </li>
      ))}
    </ul>
  );
}
