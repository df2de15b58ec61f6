import { Alert } from 'antd';
import { Link } from 'react-router';
import type { components } from '../../api/schema.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';

/** Each application that did not take the outcome of its meeting, with the reason and a link; nothing when all took it. */
export function NotTaken({ items }: { readonly items: readonly components['schemas']['OutcomeNotTaken'][] }) {
  const t = useLabels(area);
  const localize = useLocalized();
  if (items.length === 0) return null;
  return (
    <Alert
      type="error"
      title={t('notTaken')}
      description={
        <ul className="plainList stack">
          {items.map(({ applicationId, applicantName, unitName, statusLabel, reason }) => (
            <li key={applicationId}>
              <Link to={`/applications/${applicationId}`} lang="zh-CN">
                {applicantName} · {unitName}
              </Link>{' '}
              <span className="quiet">{localize(statusLabel)}</span>
              <div>
                {localize({ zh: reason.detail, en: reason.detailEn })}
                {reason.clause === null ? null : <span className="quiet"> {reason.clause}</span>}
              </div>
            </li>
          ))}
        </ul>
      }
    />
  );
}
