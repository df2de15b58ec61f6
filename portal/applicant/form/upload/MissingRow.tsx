import { UploadOutlined } from '@ant-design/icons';
import type { DocumentKind, MissingItem } from '../../../../rules/dossier/dossier.js';
import { BilingualText } from '../../../components/dossier/BilingualText.js';
import { applicant } from '../../../labels/applicant.js';
import { useDocumentLabels } from '../../../labels/dossier/documents.js';
import { useLabels } from '../../../labels/labelArea.js';
import type { Assignment } from './assignmentOf.js';
import { FilePicker } from './FilePicker.js';
import { useDrop } from './useDrop.js';

interface Props {
  readonly item: MissingItem;
  readonly onFiles: (files: readonly File[], assignment: Assignment) => void;
}

/** A document that is missing; files chosen or dropped here are this one. */
export function MissingRow({ item: { section, field, message, messageEn, clause }, onFiles }: Props) {
  const t = useLabels(applicant);
  const documentLabels = useDocumentLabels();
  const [, kind = 'other', year] = field.split('.') as [string, DocumentKind?, string?];
  const name = `${year ?? ''}${documentLabels[kind]}`;
  const take = (files: readonly File[]) => onFiles(files, { kind, year: year === undefined ? null : Number(year) });
  const { isOver, handlers } = useDrop(take);
  return (
    <li className={`evidenceRow evidenceMissing ${isOver ? 'dropZoneOver' : ''}`} {...handlers}>
      <div className="evidenceName">
        <BilingualText zh={message} en={messageEn} />
        <span className="quiet" lang="zh-CN">
          {clause}
        </span>
      </div>
      <div className="row">
        <FilePicker
          id={`${section}.${field}`}
          name={`${section}.${field}`}
          cameraOf={name}
          icon={<UploadOutlined />}
          aria-label={t('uploadNamed', { name })}
          onFiles={take}
        >
          {t('uploadThis')}
        </FilePicker>
      </div>
    </li>
  );
}
