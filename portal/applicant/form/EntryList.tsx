import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { BilingualText } from '../../../rules/bilingualText.js';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import type { MissingItem } from '../../../rules/dossier/dossier.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels } from '../../labels/labelArea.js';
import { FieldSet } from './FieldSet.js';
import type { Field } from './sections.js';

type Entry = Readonly<Record<string, unknown>>;
interface Props {
  readonly path: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly most: number;
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
  readonly errors: Readonly<Record<string, BilingualText>>;
  readonly missing: readonly MissingItem[];
  readonly findings: readonly Finding[];
}

/** A list in the form: entries can be added, filled in and removed; a removed one can be restored. */
export function EntryList({ path, fields, most, entries, onChange, errors, missing, findings }: Props) {
  const t = useLabels(applicant);
  const [gone, setGone] = useState<{ readonly entry: Entry; readonly at: number } | null>(null);
  const list = useRef<HTMLDivElement>(null);

  function add() {
    onChange([...entries, {}]);
    setGone(null);
    requestAnimationFrame(() => document.getElementById(firstOf(entries.length))?.focus());
  }
  const firstOf = (index: number) => `${path}.${index}.${Object.keys(fields)[0]}`;
  return (
    <div className="stack" style={{ gap: 16 }} ref={list} id={path} tabIndex={-1}>
      {entries.length === 0 ? <p className="quiet entriesNone">{t('noEntries')}</p> : null}
      {entries.map((entry, index) => (
        // An entry is identified by its position only, in the stored form too.
        <fieldset key={`${path}.${String(index)}`} className="entry">
          <legend>{t('entry', { n: index + 1 })}</legend>
          <Button
            className="entryRemove"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('remove', { n: index + 1 })}
            onClick={() => {
              setGone({ entry, at: index });
              onChange(entries.filter((_, at) => at !== index));
              list.current?.focus();
            }}
          />
          <FieldSet
            path={`${path}.${index}`}
            fields={fields}
            values={entry}
            errors={errors}
            missing={missing}
            findings={findings}
            onChange={(changed) => onChange(entries.with(index, changed))}
          />
        </fieldset>
      ))}
      {gone === null ? null : (
        <div role="status" className="row entryGone">
          {t('removed', { n: gone.at + 1 })}
          <Button
            size="small"
            onClick={() => {
              onChange(entries.toSpliced(gone.at, 0, gone.entry));
              setGone(null);
            }}
          >
            {t('undo')}
          </Button>
        </div>
      )}
      <div>
        <Button icon={<PlusOutlined />} onClick={add} disabled={entries.length >= most}>
          {t('add')}
        </Button>
      </div>
    </div>
  );
}
