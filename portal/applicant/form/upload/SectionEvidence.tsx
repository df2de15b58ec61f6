import type { Finding } from '../../../../rules/dossier/checks/finding.js';
import type { MissingItem, SectionName } from '../../../../rules/dossier/dossier.js';
import type { StoredDocument } from '../../../api/applications.js';
import { applicant } from '../../../labels/applicant.js';
import { useLabels } from '../../../labels/labelArea.js';
import { StoredRows } from '../StoredRows.js';
import { DropZone } from './DropZone.js';
import { evidenceOf } from './evidenceOf.js';
import { MissingRow } from './MissingRow.js';
import { StoredNote } from './StoredNote.js';
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
  const { queue, uploads, stored } = useUploads(applicationId, (place) => place === name, onChanged);
  const kinds = evidenceOf[name];
  if (kinds.length === 0) return null;
  const lacks = missing.filter(({ section, field }) => section === name && field.startsWith('documents.'));
  return (
    <div className="stack evidencePart" style={{ gap: 12 }}>
      <h3>{t('documents')}</h3>
      {lacks.length === 0 ? null : (
        <ul className="evidence">
          {lacks.map((item) => (
            <MissingRow
              key={item.field}
              item={item}
              onFiles={(files, said) => queue.add({ files, ...said, place: name, kinds, isSure: true })}
            />
          ))}
        </ul>
      )}
      <StoredRows
        documents={documents.filter(({ kind }) => kinds.includes(kind))}
        findings={findings}
        onRemoved={onChanged}
      />
      <UploadRows queue={queue} uploads={uploads} kinds={kinds} />
      <StoredNote upload={stored} />
      <DropZone kinds={kinds} onFiles={(files, said) => queue.add({ files, ...said, place: name, kinds })} />
    </div>
  );
}
