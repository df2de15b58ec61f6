import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { MissingItem } from '../../../rules/dossier/dossier.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { type Application, dossierQuery, policyQuery } from '../../api/applications.js';
import { now } from '../../api/config.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { review } from '../../labels/review.js';
import { BilingualText } from '../dossier/BilingualText.js';
import { NoticedItems } from '../dossier/NoticedItems.js';
import { Loading } from '../Loading.js';
import { Panel } from '../Panel.js';
import { findingsOf } from './findingsOf.js';

/** Findings of the notice's rules, shown beside the dossier. */
export function Checks({ application }: { readonly application: Application }) {
  const t = useLabels(review);
  const dossier = useQuery(dossierQuery(application.id));
  const policy = useQuery(policyQuery(application.id));
  if (dossier.error !== null || policy.error !== null) return null;
  if (dossier.data?.sections === null) return null;
  const found = dossier.data && policy.data ? findingsOf(application, dossier.data, policy.data, now()) : null;
  return (
    <Panel title={t('checks')}>
      {found === null ? (
        <Loading rows={3} />
      ) : (
        <div className="stack" style={{ gap: 12 }}>
          {found.against.length === 0 ? (
            <Verdict good>{t('eligible')}</Verdict>
          ) : (
            <Items title={t('notEligible')} items={found.against} />
          )}
          {found.missing.length === 0 ? (
            <Verdict good>{t('complete')}</Verdict>
          ) : (
            <Items title={t('missing', { n: found.missing.length })} items={found.missing} />
          )}
          <NoticedItems findings={dossier.data?.findings ?? []} documents={dossier.data?.documents ?? []} />
          <div className="quiet">{t('checkHint')}</div>
        </div>
      )}
    </Panel>
  );
}

function Verdict({ good = false, children }: { readonly good?: boolean; readonly children: string }) {
  const style = { color: `var(--portal-${good ? 'good' : 'bad'})`, marginInlineEnd: 8 };
  return (
    <div>
      {good ? <CheckCircleFilled aria-hidden style={style} /> : <CloseCircleFilled aria-hidden style={style} />}
      {children}
    </div>
  );
}

function Items({ title, items }: { readonly title: string; readonly items: readonly MissingItem[] }) {
  const localize = useLocalized();
  const mark = useMarks();
  return (
    <section aria-label={title}>
      <strong>
        <Verdict>{title}</Verdict>
      </strong>
      <ul className="plainList">
        {items.map(({ section, field, message, messageEn, clause }) => (
          <li key={`${section}.${field}.${message}`}>
            <a href={`#section-${section}`}>{localize(sectionLabels[section])}</a>
            {mark.colon}
            <BilingualText zh={message} en={messageEn} />{' '}
            <span className="quiet" lang="zh-CN">
              {clause}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
