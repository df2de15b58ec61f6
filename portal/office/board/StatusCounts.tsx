import { Link } from 'react-router';
import { useStatuses } from '../../api/useStatuses.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { Board } from './boardQuery.js';

/** Applications per status, in the order of the main path; every number links to its queue. */
export function StatusCounts({ campaignId, counts }: Pick<Board, 'counts'> & { readonly campaignId: string }) {
  const t = useLabels(office);
  const localize = useLocalized();
  const known = useStatuses(campaignId);
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const counted = (name: string) => counts.find((one) => one.status === name);
  const shown = known.filter(({ name, planned }) => planned || counted(name));
  const statuses = shown.toSorted((a, b) => Number(a.final) - Number(b.final) || a.order - b.order);
  return (
    <ul className="boardCounts">
      {statuses.map((status) => {
        const { count = 0, pastDue = 0 } = counted(status.name) ?? {};
        return (
          <li key={status.name}>
            <Link to={`/office/queue?status=${status.name}`}>{localize(status)}</Link>
            <span className="boardBar" aria-hidden>
              <span style={{ width: `${(count / most) * 100}%` }} className={status.final ? 'boardEnded' : ''} />
            </span>
            <span className="numbers">{count}</span>
            {pastDue > 0 ? <span className="boardLate">{t('pastDue', { n: pastDue })}</span> : <span />}
          </li>
        );
      })}
    </ul>
  );
}
