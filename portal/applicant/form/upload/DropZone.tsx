import { InboxOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useId, useState } from 'react';
import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { applicant } from '../../../labels/applicant.js';
import { useDocumentLabels } from '../../../labels/dossier/documents.js';
import { useLabels } from '../../../labels/labelArea.js';
import type { Assignment } from './assignmentOf.js';
import { aboutAYear } from './evidenceOf.js';
import { FilePicker } from './FilePicker.js';
import { useDrop } from './useDrop.js';
import { yearOptions } from './yearOptions.js';

interface Props {
  readonly kinds: readonly DocumentKind[];
  /** The names of the files say what they are; nobody is asked before. */
  readonly isByName?: boolean;
  readonly onFiles: (files: readonly File[], assignment: Assignment) => void;
}

/** A drop area for files, with their kind and year; shows the limits in advance. */
export function DropZone({ kinds, isByName = false, onFiles }: Props) {
  const t = useLabels(applicant);
  const documentLabels = useDocumentLabels();
  const id = useId();
  const [kind, setKind] = useState(kinds[0] ?? 'other');
  const [year, setYear] = useState<number | null>(null);
  const needsYear = !isByName && aboutAYear.includes(kind);
  const take = (files: readonly File[]) =>
    onFiles(files, isByName ? { kind: null, year: null } : { kind, year: needsYear ? year : null });
  const { isOver, handlers } = useDrop(take);
  return (
    <section aria-label={t('documents')} className={isOver ? 'dropZone dropZoneOver' : 'dropZone'} {...handlers}>
      {isByName || (kinds.length < 2 && !needsYear) ? null : (
        <div className="row">
          {kinds.length < 2 ? null : (
            <div className="dropField dropKind">
              <label htmlFor={`${id}kind`}>{t('kind')}</label>
              <Select
                id={`${id}kind`}
                value={kind}
                onChange={setKind}
                options={kinds.map((value) => ({ value, label: documentLabels[value] }))}
              />
            </div>
          )}
          {needsYear ? (
            <div className="dropField">
              <label htmlFor={`${id}year`}>{t('year')}</label>
              <Select
                id={`${id}year`}
                value={year}
                placeholder={t('choose')}
                onChange={setYear}
                options={yearOptions()}
              />
            </div>
          ) : null}
        </div>
      )}
      <div className="row">
        <InboxOutlined aria-hidden className="dropIcon" />
        <span>{t('drop')}</span>
        <FilePicker name={isByName ? 'byName' : kinds.join(' ')} cameraOf={null} isMultiple onFiles={take}>
          {t('pickFiles')}
        </FilePicker>
      </div>
      <span className="quiet fieldSaid">{t('limits')}</span>
    </section>
  );
}
