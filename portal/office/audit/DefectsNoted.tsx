import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { usePlaceLabels } from '../../components/dossier/usePlaceLabels.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { Phrases } from './Phrases.js';
import type { AuditNotes } from './useNotes.js';

interface Props {
  readonly campaignId: string;
  readonly notes: AuditNotes;
  /** the defect to focus */
  readonly focus: string | null;
}

/** The defects noted so far, reported together; each with phrases the office has used before. */
export function DefectsNoted({ campaignId, notes, focus }: Props) {
  const t = useLabels(office);
  const place = usePlaceLabels();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (focus === null) return;
    list.current?.querySelector<HTMLTextAreaElement>(`[data-defect="${focus}"]`)?.focus();
  }, [focus]);
  if (notes.defects.length === 0) return <p className="quiet">{t('noDefects')}</p>;
  return (
    <ol className="auditDefects" ref={list}>
      {notes.defects.map(({ key, section, field, text }, index) => {
        const name = place(section, field);
        return (
          <li key={key}>
            <div className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
              <strong>
                {index + 1}. {name}
              </strong>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('removeDefect', { name })}
                onClick={() => notes.remove(key)}
              />
            </div>
            <GrowingTextArea
              data-defect={key}
              aria-label={t('defectsToCorrect', { name })}
              placeholder={t('defectsToCorrectHint')}
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={text}
              onChange={({ target }) => notes.write(key, target.value)}
            />
            <Phrases campaignId={campaignId} text={text} name={name} onUse={(phrase) => notes.write(key, phrase)} />
          </li>
        );
      })}
    </ol>
  );
}
