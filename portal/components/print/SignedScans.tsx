import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { papers } from '../../labels/dossier/papers.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { usePapers } from '../application/usePapers.js';
import '../lines.css';

/** Uploads that came back signed, each with what its code says against what was printed; nothing while there are none. */
export function SignedScans({ application }: { readonly application: { readonly id: string; readonly seq: number } }) {
  const t = useLabels(papers);
  const localize = useLocalized();
  const scans = usePapers(application)?.scans ?? [];
  if (scans.length === 0) return null;
  return (
    <section aria-label={t('scans')}>
      <h3 className="quiet" style={{ margin: 0 }}>
        {t('scans')}
      </h3>
      <ul className="lines">
        {scans.map(({ documentId, fileName, kindLabel, verdict, verdictLabel, code }) => {
          const isGood = verdict === 'same';
          const Icon = isGood ? CheckCircleFilled : ExclamationCircleFilled;
          return (
            <li key={documentId}>
              <span>
                {localize(kindLabel)} <span lang="zh-CN">{fileName}</span>
                <div>
                  <Icon aria-hidden style={{ color: `var(--portal-${isGood ? 'good' : 'warn'})` }} />{' '}
                  {localize(verdictLabel)}
                  {code === null ? null : <span className="quiet"> {code}</span>}
                </div>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
