import { Link } from 'react-router';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { Board } from './boardQuery.js';

/** Applications of which something is overdue that has no deadline: which, and what. */
export function StalledApplications({ stalled }: { readonly stalled: Board['stalled'] }) {
  const t = useLabels(office);
  const mark = useMarks();
  const localize = useLocalized();
  if (stalled.count === 0) return <p className="quiet boardNone">{t('noneStalled')}</p>;
  return (
    <>
      <p className="boardNone">{t('standingMore')}</p>
      <ul className="boardNamed">
        {stalled.items.flatMap(
          (one) =>
            one && (
              <li key={one.id}>
                <Link to={`/applications/${one.id}`} lang="zh-CN">
                  {one.applicantName}
                </Link>{' '}
                <span className="quiet" lang="zh-CN">
                  {one.unitName}
                </span>{' '}
                {one.overdue.flatMap((kind) => (kind ? [localize(kind)] : [])).join(mark.comma)}
              </li>
            ),
        )}
      </ul>
    </>
  );
}
