import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { type MissingItem, type SectionName, sectionNames } from '../../../rules/dossier/dossier.js';
import type { RequiredEvidence } from '../../../rules/dossier/requiredEvidence.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import type { StoredDocument } from '../../api/applications.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { Hints } from './hintsOf.js';
import type { AuditNotes } from './useNotes.js';

interface Props {
  readonly hints: Hints;
  readonly sections: readonly string[];
  readonly documents: readonly StoredDocument[];
  readonly notes: AuditNotes;
  readonly onPreview: (document: StoredDocument) => void;
  readonly onNote: (section: SectionName, field: string, text?: string) => void;
}

/** The notice's checklist by section: the rules' findings, and a box for what only a person can check. */
export function Checklist({ hints, sections, documents, notes, onPreview, onNote }: Props) {
  const t = useLabels(office);
  const localize = useLocalized();
  const listed = sectionNames.filter(
    (name) =>
      sections.includes(name) ||
      hints.required.some(({ section }) => section === name) ||
      hints.found.some(({ section }) => section === name),
  );
  const done = listed.filter((name) => notes.checked.includes(name)).length;
  return (
    <>
      <p className="quiet" style={{ marginBlock: '0 8px' }}>
        {t('checkedOf', { done, all: listed.length })} · {hints.found.length === 0 ? t('nothingFound') : t('hintsOnly')}
      </p>
      <ul className="auditChecklist">
        {listed.map((name) => (
          <li key={name}>
            <div className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
              <Checkbox
                checked={notes.checked.includes(name)}
                onChange={({ target }) => notes.tick(name, target.checked)}
              >
                {localize(sectionLabels[name])}
              </Checkbox>
              <a href={`#section-${name}`} className="auditJump">
                {t('jump')}
                <span className="visuallyHidden">{localize(sectionLabels[name])}</span>
              </a>
            </div>
            <ul>
              {hints.required
                .filter(({ section }) => section === name)
                .map((one) => (
                  <Evidence
                    key={one.anyOf.join() + one.year}
                    required={one}
                    documents={documents}
                    onPreview={onPreview}
                  />
                ))}
              {hints.found
                .filter(({ section }) => section === name)
                .map((item) => (
                  <Found key={item.field + item.message} item={item} onNote={onNote} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function Evidence({
  required: { anyOf, year, clause, note },
  documents,
  onPreview,
}: { readonly required: RequiredEvidence } & Pick<Props, 'documents' | 'onPreview'>) {
  const t = useLabels(office);
  const mark = useMarks();
  const documentLabels = useDocumentLabels();
  const there = documents.find((one) => anyOf.includes(one.kind) && (year === null || one.year === year));
  const name = `${anyOf.map((kind) => documentLabels[kind]).join(mark.or)}${year === null ? '' : ` ${year}`}`;
  return (
    <li className={there ? 'auditThere' : 'auditLacking'}>
      {there ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}
      <span>
        {there ? (
          <Button type="link" size="small" className="auditInline" onClick={() => onPreview(there)}>
            {name}
          </Button>
        ) : (
          name
        )}{' '}
        <span className="quiet" lang="zh-CN">
          {clause}
        </span>
        <span className="visuallyHidden">{t(there ? 'uploaded' : 'notUploaded')}</span>
        {note ? (
          <span className="quiet">
            {' '}
            <BilingualText zh={note.zh} en={note.en} />
          </span>
        ) : null}
      </span>
    </li>
  );
}

function Found({ item, onNote }: { readonly item: MissingItem } & Pick<Props, 'onNote'>) {
  const t = useLabels(office);
  const message = <BilingualText zh={item.message} en={item.messageEn} />;
  return (
    <li className="auditHint">
      <WarningFilled aria-hidden />
      <span>
        {message}{' '}
        <span className="quiet" lang="zh-CN">
          {item.clause}
        </span>{' '}
        <Button
          type="link"
          size="small"
          className="auditInline"
          onClick={() => onNote(item.section, item.field, item.message)}
        >
          {t('noteThis')}
          <span className="visuallyHidden">{message}</span>
        </Button>
      </span>
    </li>
  );
}
