import { excludingKinds } from '../../rules/committee/conflicts.js';
import { Instant } from '../components/deadline/Instant.js';
import { Label } from '../components/Label.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import type { conflictsQuery } from './queries.js';

type Conflicts = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof conflictsQuery>['queryFn']>>>>;

/** Conflicts, both detected and declared. */
export function ConflictList({ conflicts }: { readonly conflicts: Conflicts }) {
  const t = useLabels(committee);
  if (conflicts.length === 0) return <p className="quiet">{t('noConflicts')}</p>;
  return (
    <ul className="lines">
      {conflicts.map(({ id, expertName, kind, source, applicantName, unitName, reason, declaredAt }) => (
        <li key={id}>
          <div>
            <strong lang="zh-CN">{expertName}</strong> <Label>{t(`kind_${kind}`)}</Label>{' '}
            <span lang="zh-CN">{applicantName ?? unitName}</span>{' '}
            {unitName === null ? null : <span className="quiet">{t('wholeUnit')}</span>}{' '}
            {excludingKinds.includes(kind) ? (
              <Label tone="late">{t('recused')}</Label>
            ) : (
              <Label tone="over">{t('toWeigh')}</Label>
            )}
            <div className="quiet">
              {t(`source_${source}`)} · <Instant at={declaredAt} /> · <span lang="zh-CN">{reason}</span>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
