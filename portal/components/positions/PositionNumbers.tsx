import { useLabels } from '../../labels/labelArea.js';
import { positions } from '../../labels/positions.js';
import { Label } from '../Label.js';
import type { UnitPositions } from './positionQueries.js';

/** A unit's positions of one level in a sentence, with how they stand. */
export function PositionNumbers({ of }: { readonly of: UnitPositions }) {
  const t = useLabels(positions);
  const { approved, occupied, vacant, held, state } = of;
  const stated = approved !== null && occupied !== null && vacant !== null;
  return (
    <span>
      {stated ? t('numbers', { approved, occupied, vacant, held }) : t('numbersMissing')}{' '}
      <Label {...(state === 'vacant' ? {} : { tone: 'late' as const })}>{t(`state_${state}`)}</Label>
    </span>
  );
}
