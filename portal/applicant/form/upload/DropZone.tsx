import { InboxOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { now } from '../../../api/config.js';
import { applicant } from '../../../labels/applicant.js';
import { useDocumentLabels } from '../../../labels/dossier/documents.js';
import { useLabels } from '../../../labels/labelArea.js';
import { aboutAYear } from './evidenceOf.js';
import { accepted } from './upload.js';

interface Props {
  readonly kinds: readonly DocumentKind[];
  readonly onFiles: (files: readonly File[], kind: DocumentKind, year: number | null) => void;
}

/** A drop area for files, with their kind and year; shows the limits in advance. */
export function DropZone({ kinds, onFiles }: Props) {
  const t = useLabels(applicant);
  const documentLabels = useDocumentLabels();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(kinds[0] ?? 'other');
  const [year, setYear] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const [yearless, setYearless] = useState(false);
  const needsYear = aboutAYear.includes(kind);
  const thisYear = new Date(now()).getFullYear();

  function take(files: readonly File[]) {
    setYearless(needsYear && year === null);
    if (needsYear && year === null) return;
    onFiles(files, kind, needsYear ? year : null);
  }
  return (
    <section
      aria-label={t('documents')}
      className={over ? 'dropZone dropZoneOver' : 'dropZone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
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
              {...(yearless ? { status: 'error' as const } : {})}
              onChange={setYear}
              options={Array.from({ length: 12 }, (_, back) => ({
                value: thisYear - back,
                label: `${thisYear - back}`,
              }))}
            />
          </div>
        ) : null}
      </div>
      <div className="row">
        <InboxOutlined aria-hidden className="dropIcon" />
        <span>
          {t('drop')}{' '}
          <Button size="small" onClick={() => input.current?.click()}>
            {t('pickFiles')}
          </Button>
        </span>
      </div>
      {yearless ? (
        <span role="alert" className="fieldError">
          {t('yearFirst')}
        </span>
      ) : null}
      <span className="quiet fieldSaid">{t('limits')}</span>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted.join(',')}
        data-upload={kinds.join(' ')}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </section>
  );
}
