import type { Finding } from '../../../../rules/dossier/checks/finding.js';
import type { DocumentKind, MissingItem, SectionName } from '../../../../rules/dossier/dossier.js';
import type { StoredDocument } from '../../../api/applications.js';
import { BilingualText } from '../../../components/dossier/BilingualText.js';
import { applicant } from '../../../labels/applicant.js';
import { useDocumentLabels } from '../../../labels/dossier/documents.js';
import { useLabels } from '../../../labels/labelArea.js';
import { StoredRows } from '../StoredRows.js';
import { DropZone } from './DropZone.js';
import { evidenceOf } from './evidenceOf.js';
import { UploadButton } from './UploadButton.js';
import { UploadRows } from './UploadRows.js';
import { useUploads } from './useUploads.js';

interface Props {
  readonly applicationId: string;
  readonly name: SectionName;
  readonly documents: readonly StoredDocument[];
  readonly missing: readonly MissingItem[];
  readonly findings: readonly Finding[];
  /** a document was added or removed: what is missing may have changed */
  readonly onChanged: () => void;
}

/** The documents of one section: missing ones first, then stored ones, then the drop area. */
export function SectionEvidence({ applicationId, name, documents, missing, findings, onChanged }: Props) {
  const t = useLabels(applicant);
  const documentLabels = useDocumentLabels();
  const { uploads, arrived, start, drop } = useUploads(onChanged);
  const kinds = evidenceOf[name];
  if (kinds.length === 0) return null;
  const lacks = missing.filter(({ section, field }) => section === name && field.startsWith('documents.'));
  const send = (files: readonly File[], kind: DocumentKind, year: number | null) => {
    for (const file of files) void start({ applicationId, kind, year, file });
  };
  return (
    <div className="stack evidencePart" style={{ gap: 12 }}>
      <h3>{t('documents')}</h3>
      {lacks.length === 0 ? null : (
        <ul className="evidence">
          {lacks.map(({ field, message, messageEn, clause }) => {
            const [, kind = 'other', year] = field.split('.') as [string, DocumentKind?, string?];
            return (
              <li key={field} className="evidenceRow evidenceMissing">
                <div className="evidenceName">
                  <BilingualText zh={message} en={messageEn} />
                  <span className="quiet" lang="zh-CN">
                    {clause}
                  </span>
                </div>
                <UploadButton
                  id={`${name}.${field}`}
                  name={`${year ?? ''}${documentLabels[kind]}`}
                  onFiles={(files) => send(files, kind, year === undefined ? null : Number(year))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <StoredRows
        documents={documents.filter(({ kind }) => kinds.includes(kind))}
        findings={findings}
        onRemoved={onChanged}
      />
      <UploadRows uploads={uploads} onAgain={(document, id) => void start(document, id)} onDrop={drop} />
      <div role="status" className="visuallyHidden">
        {arrived === null ? '' : t('uploaded', { name: arrived })}
      </div>
      <DropZone kinds={kinds} onFiles={send} />
    </div>
  );
}
