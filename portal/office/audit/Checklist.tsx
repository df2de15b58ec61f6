import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { type MissingItem, type SectionName, sectionNames } from '../../../rules/dossier/dossier.js';
import type { RequiredEvidence } from '../../../rules/dossier/requiredEvidence.js';
import type { StoredDocument } from '../../api/applications.js';
import { Told } from '../../pieces/dossier/Told.js';
import { useMarks, useSay, useWords } from '../../words/area.js';
import { useDocumentWords } from '../../words/dossier/documents.js';
import { sectionWords } from '../../words/dossier/dossier.js';
import { office } from '../../words/office.js';
import type { Hints } from './hintsOf.js';
import type { AuditNotes } from './useNotes.js';

interface Props {
  readonly hints: Hints;
  readonly sections: readonly string[];
  readonly documents: readonly StoredDocument[];
  readonly notes: AuditNotes;
  readonly onShow: (document: StoredDocument) => void;
  readonly onNote: (section: SectionName, field: string, text?: string) => void;
}

/** The notice's checklist, section by section: what the law finds by itself, and a box for what only a person can see. */
export function Checklist({ hints, sections, documents, notes, onShow, onNote }: Props) {
  const t = useWords(office);
  const say = useSay();
  const asked = sectionNames.filter(
    (name) =>
      sections.includes(name) ||
      hints.required.some(({ section }) => section === name) ||
      hints.found.some(({ section }) => section === name),
  );
  const done = asked.filter((name) => notes.checked.includes(name)).length;
  return (
    <>
      <p className="quiet" style={{ marginBlock: '0 8px' }}>
        {t('checkedOf', { done, all: asked.length })} · {hints.found.length === 0 ? t('nothingFound') : t('hintsOnly')}
      </p>
      <ul className="auditChecklist">
        {asked.map((name) => (
          <li key={name}>
            <div className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
              <Checkbox
                checked={notes.checked.includes(name)}
                onChange={({ target }) => notes.tick(name, target.checked)}
              >
                {say(sectionWords[name])}
              </Checkbox>
              <a href={`#section-${name}`} className="auditJump">
                {t('jump')}
                <span className="visuallyHidden">{say(sectionWords[name])}</span>
              </a>
            </div>
            <ul>
              {hints.required
                .filter(({ section }) => section === name)
                .map((one) => (
                  <Evidence key={one.anyOf.join() + one.year} required={one} documents={documents} onShow={onShow} />
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
  required: { anyOf, year, clause },
  documents,
  onShow,
}: { readonly required: RequiredEvidence } & Pick<Props, 'documents' | 'onShow'>) {
  const t = useWords(office);
  const mark = useMarks();
  const documentWords = useDocumentWords();
  const there = documents.find((one) => anyOf.includes(one.kind) && (year === null || one.year === year));
  const name = `${anyOf.map((kind) => documentWords[kind]).join(mark.or)}${year === null ? '' : ` ${year}`}`;
  return (
    <li className={there ? 'auditThere' : 'auditLacking'}>
      {there ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}
      <span>
        {there ? (
          <Button type="link" size="small" className="auditInline" onClick={() => onShow(there)}>
            {name}
          </Button>
        ) : (
          name
        )}{' '}
        <span className="quiet" lang="zh-CN">
          {clause}
        </span>
        <span className="visuallyHidden">{t(there ? 'uploaded' : 'notUploaded')}</span>
      </span>
    </li>
  );
}

function Found({ item, onNote }: { readonly item: MissingItem } & Pick<Props, 'onNote'>) {
  const t = useWords(office);
  const words = <Told zh={item.message} en={item.messageEn} />;
  return (
    <li className="auditHint">
      <WarningFilled aria-hidden />
      <span>
        {words}{' '}
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
          <span className="visuallyHidden">{words}</span>
        </Button>
      </span>
    </li>
  );
}
