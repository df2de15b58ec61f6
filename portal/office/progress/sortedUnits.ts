import type { UnitCount, UnitStatistics } from '../../../rules/campaign/unitStatistics.js';

/** What the lines are sorted by: the name upwards, a count downwards. */
export type Order = 'unitName' | UnitCount;

/** The lines in an order; those that are equal in it by their names. */
export function sortedUnits(units: readonly UnitStatistics[], by: Order): readonly UnitStatistics[] {
  return units.toSorted((one, other) => {
    const byName = one.unitName.localeCompare(other.unitName, 'zh-CN');
    return by === 'unitName' ? byName : other[by] - one[by] || byName;
  });
}
