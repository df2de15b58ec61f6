import { Select } from 'antd';
import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { useDocumentLabels } from '../../../labels/dossier/documents.js';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels } from '../../../labels/labelArea.js';
import { aboutAYear } from './evidenceOf.js';
import type { Upload, UploadQueue } from './UploadQueue.js';
import { yearOptions } from './yearOptions.js';

interface Props {
  readonly queue: UploadQueue;
  readonly upload: Upload;
  readonly kinds: readonly DocumentKind[];
}

/** What a file is, as its name suggests, to be confirmed or changed. */
export function AssignFields({ queue, upload: { id, file, kind, year }, kinds }: Props) {
  const t = useLabels(uploadLabels);
  const documentLabels = useDocumentLabels();
  const needsYear = kind !== null && aboutAYear.includes(kind);
  return (
    <div className="row">
      <Select
        className="assignKind"
        size="small"
        aria-label={t('kindOf', { name: file.name })}
        value={kind}
        placeholder={t('chooseKind')}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(chosen: DocumentKind) => queue.assign(id, { kind: chosen, year })}
        options={kinds.map((value) => ({ value, label: documentLabels[value] }))}
      />
      {needsYear ? (
        <Select
          className="assignYear"
          size="small"
          aria-label={t('yearOf', { name: file.name })}
          value={year}
          placeholder={t('chooseYear')}
          {...(year === null ? { status: 'error' as const } : {})}
          onChange={(chosen: number) => queue.assign(id, { kind, year: chosen })}
          options={yearOptions()}
        />
      ) : null}
    </div>
  );
}
