import type { UnitCount, UnitStatistics } from '../../../rules/campaign/unitStatistics.js';

/** The sort key: the name ascending, a count descending. */
export type Order = 'unitName' | UnitCount;

/** The rows in this order; ties by name. */
export function sortedUnits(units: readonly UnitStatistics[], by: Order): readonly UnitStatistics[] {
  return units.toSorted((one, other) => {
    const byName = one.unitName.localeCompare(other.unitName, 'zh-CN');
    return by === 'unitName' ? byName : other[by] - one[by] || byName;
  });
}
