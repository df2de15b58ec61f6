import { Button } from 'antd';
import { Link } from 'react-router';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import type { SectionName } from '../../../rules/dossier/dossier.js';
import type { StoredDocument } from '../../api/applications.js';
import { application } from '../../labels/application.js';
import { useDocumentName } from '../../labels/dossier/documents.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import { BilingualText } from './BilingualText.js';
import { FindingIcon } from './FindingLines.js';
import { usePlaceLabels } from './usePlaceLabels.js';

interface Props {
  readonly findings: readonly Finding[];
  readonly documents: readonly StoredDocument[];
  /** names the list; false where something around it does */
  readonly titled?: boolean;
  /** offers to note a finding as something to correct */
  readonly onNote?: (section: SectionName, field: string, text: string) => void;
}

/** What machines noticed in a dossier, as a list that names each place; warnings first. */
export function NoticedItems({ findings, documents, titled = true, onNote }: Props) {
  const t = useLabels(application);
  const mark = useMarks();
  const nameOf = useDocumentName();
  const placeOf = usePlaceLabels();
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => Number(a.severity === 'remark') - Number(b.severity === 'remark'));
  return (
    <section aria-label={t('noticed')}>
      {titled && onNote === undefined ? <strong>{t('noticed')}</strong> : null}
      <ul className="plainList">
        {sorted.map((finding) => {
          const { code, severity, section, field, documentId, message, messageEn, clause, elsewhere } = finding;
          const document = documents.find(({ id }) => id === documentId);
          const place = document ? nameOf(document) : section === null ? '' : placeOf(section, field ?? '');
          return (
            <li key={`${code} ${documentId} ${section}.${field} ${message}`}>
              <FindingIcon severity={severity} />
              {section === null ? place : <a href={`#section-${section}`}>{place}</a>}
              {mark.colon}
              <BilingualText zh={message} en={messageEn} />
              {elsewhere === null ? null : (
                <>
                  {' '}
                  <Link to={`/applications/${elsewhere.id}`}>{elsewhere.number}</Link>
                </>
              )}{' '}
              <span className="quiet" lang="zh-CN">
                {clause}
              </span>
              {onNote === undefined ? null : (
                <Button
                  type="link"
                  size="small"
                  onClick={() =>
                    onNote(section ?? 'otherAttachments', field ?? `documents.${document?.kind ?? 'other'}`, message)
                  }
                >
                  {t('noteFinding')}
                  <span className="visuallyHidden">{place}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
