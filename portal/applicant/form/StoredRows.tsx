import { DeleteOutlined, FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import type { StoredDocument } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';
import { CoverButton, CoveredTag } from '../../components/dossier/covering/CoverButton.js';
import { FindingLines } from '../../components/dossier/FindingLines.js';
import { PictureRemarks } from '../../components/dossier/PictureRemarks.js';
import { Problem } from '../../components/Problem.js';
import { applicant } from '../../labels/applicant.js';
import { common } from '../../labels/common.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels } from '../../labels/labelArea.js';
import { sizeLabel } from './sizeLabel.js';

const DocumentPreview = lazy(() =>
  import('../../components/dossier/DocumentPreview.js').then(({ DocumentPreview: it }) => ({ default: it })),
);

interface Props {
  readonly documents: readonly StoredDocument[];
  readonly findings: readonly Finding[];
  readonly onRemoved: () => void;
}

/** The documents of a section: a click previews one, removal asks for confirmation. */
export function StoredRows({ documents, findings, onRemoved }: Props) {
  const t = useLabels(applicant);
  const documentLabels = useDocumentLabels();
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const [previewed, setPreviewed] = useState<StoredDocument | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function remove({ applicationId, id }: StoredDocument) {
    setError(null);
    try {
      const path = { id: applicationId, documentId: id };
      await answer(api.DELETE('/api/applications/{id}/documents/{documentId}', { params: { path } }));
      await client.invalidateQueries({ queryKey: ['application', applicationId, 'dossier'] });
      onRemoved();
    } catch (thrown) {
      setError(thrown);
    }
  }
  if (documents.length === 0) return null;
  return (
    <>
      <ul className="evidence">
        {documents.map((document) => (
          <li key={document.id} className="evidenceRow">
            {document.mediaType.startsWith('image/') ? (
              <FileImageOutlined aria-hidden />
            ) : (
              <FilePdfOutlined aria-hidden />
            )}
            <div className="evidenceName">
              {documentLabels[document.kind]} {document.year ?? ''}
              <span className="quiet">
                {document.fileName} · {sizeLabel(document.size)}
                <PictureRemarks document={document} />
              </span>
              <CoveredTag document={document} />
              <FindingLines findings={findings.filter(({ documentId }) => documentId === document.id)} />
            </div>
            <div className="row">
              <Button
                size="small"
                aria-label={t('preview', { name: document.fileName })}
                onClick={() => setPreviewed(document)}
              >
                {t('show')}
              </Button>
              <CoverButton document={document} />
              <Popconfirm
                title={t('removeFileSure')}
                okText={t('removeIt')}
                cancelText={tCommon('cancel')}
                onConfirm={() => remove(document)}
              >
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('removeFile', { name: document.fileName })}
                />
              </Popconfirm>
            </div>
          </li>
        ))}
      </ul>
      {error === null ? null : <Problem error={error} />}
      {previewed === null ? null : (
        <Suspense fallback={null}>
          <DocumentPreview document={previewed} onClose={() => setPreviewed(null)} />
        </Suspense>
      )}
    </>
  );
}
