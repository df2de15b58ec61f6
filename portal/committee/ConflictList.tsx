import { excludingKinds } from '../../rules/committee/conflicts.js';
import { Instant } from '../pieces/deadline/Instant.js';
import { Label } from '../pieces/Label.js';
import { useWords } from '../words/area.js';
import { committee } from '../words/committee.js';
import type { conflictsQuery } from './queries.js';

type Conflicts = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof conflictsQuery>['queryFn']>>>>;

/** Conflicts, found and declared. */
export function ConflictList({ conflicts }: { readonly conflicts: Conflicts }) {
  const t = useWords(committee);
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
              <Label mood="late">{t('recused')}</Label>
            ) : (
              <Label mood="over">{t('toWeigh')}</Label>
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
