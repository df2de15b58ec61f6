import { liesIn, type Place } from '../policy/belonging.js';
import type { Policy } from '../policy/policy.js';

/**
 * Whether people of a unit come from outside and hand in a letter that entrusts their review (通知 二: 在本地区范围内参加评审的，
 * 无需出具委托评审函). A unit whose region is not registered is taken for a local one: nothing says that it is not.
 */
export function comesFromOutside(
  { unitId, chain, unitRegion }: Place,
  { localUnits }: Pick<Policy, 'localUnits'>,
): boolean {
  if (localUnits === null || unitRegion === null || unitRegion === undefined) return false;
  const { regions, departments, units } = localUnits.value;
  return !(
    units.some(({ code }) => code === unitId) ||
    departments.some(({ code }) => chain.includes(code)) ||
    regions.some(({ code }) => liesIn(unitRegion, code))
  );
}
