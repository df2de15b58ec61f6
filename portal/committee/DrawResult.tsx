import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import type { Draw } from './queries.js';
import { useSpecialtyNames } from './useSpecialtyNames.js';

/** The frozen pool by specialty, and how many conflicted experts had to be drawn. */
export function DrawResult({ campaignId, draw }: { readonly campaignId: string; readonly draw: Draw }) {
  const t = useLabels(committee);
  const nameOf = useSpecialtyNames(campaignId);
  const { pool, conflicted, drawnConflicted } = draw;
  if (pool === null) return null;
  const size = pool.reduce((sum, { available }) => sum + available, 0);
  return (
    <>
      <div>{t('poolOf', { n: size, conflicted: conflicted ?? 0 })}</div>
      <ul className="plainList" lang="zh-CN">
        {pool.map(({ specialty, ...counts }) => (
          <li key={specialty}>{t('quotaLine', { specialty: nameOf(specialty), ...counts })}</li>
        ))}
      </ul>
      {drawnConflicted ? <div>{t('forced', { n: drawnConflicted })}</div> : null}
    </>
  );
}
