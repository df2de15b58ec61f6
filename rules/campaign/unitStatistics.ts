import { isConferred } from '../application/isConferred.js';
import { isFinal, type Status } from '../application/lifecycle.js';
import type { EmployerKind } from './codes.js';

/** A number of a unit's applications by status and by how far they had come. */
export interface UnitCell {
  readonly unitId: string;
  readonly unitName: string;
  readonly employerKind: EmployerKind;
  readonly status: Status;
  /** Has reached the committee at least once. */
  readonly arrived: boolean;
  /** The committee has accepted it. */
  readonly accepted: boolean;
  readonly count: number;
}

/** Counts of a unit's applications. The first five say how far they came, however they ended. */
export const unitCounts = [
  'opened',
  'arrived',
  'accepted',
  'passedMeeting',
  'conferred',
  'running',
  'notRecommended',
  'notAccepted',
  'notPassed',
  'disqualified',
  'withdrawn',
  'lapsed',
] as const;
export type UnitCount = (typeof unitCounts)[number];

/** One unit's line in a campaign's statistics. */
export type UnitStatistics = Pick<UnitCell, 'unitId' | 'unitName' | 'employerKind'> &
  Readonly<Record<UnitCount, number>>;

/** Statuses of an application that the meeting has passed. */
const passed: readonly Status[] = ['public_notice', 'conferred', 'disqualified'];

const counted: Readonly<Record<UnitCount, (cell: UnitCell) => boolean>> = {
  opened: () => true,
  arrived: ({ arrived }) => arrived,
  accepted: ({ accepted }) => accepted,
  passedMeeting: ({ status }) => passed.includes(status),
  conferred: ({ status }) => isConferred(status),
  running: ({ status }) => !isFinal(status),
  notRecommended: ({ status }) => status === 'not_recommended',
  notAccepted: ({ status }) => status === 'not_accepted',
  notPassed: ({ status }) => status === 'not_passed',
  disqualified: ({ status }) => status === 'disqualified',
  withdrawn: ({ status }) => status === 'withdrawn',
  lapsed: ({ status }) => status === 'lapsed',
};

/** Counts by end, and of those still running: together all that were opened. */
export const unitEnds = unitCounts.slice(unitCounts.indexOf('conferred'));

/** One line a unit, those with the most applications first. */
export function unitStatistics(cells: readonly UnitCell[]): readonly UnitStatistics[] {
  const units = new Map(cells.map((cell) => [cell.unitId, cell]));
  return [...units.values()]
    .map(({ unitId, unitName, employerKind }) => {
      const own = cells.filter((cell) => cell.unitId === unitId);
      return { unitId, unitName, employerKind, ...countsOf(own) };
    })
    .toSorted(byOpened);
}

function countsOf(cells: readonly UnitCell[]): Readonly<Record<UnitCount, number>> {
  const sums = unitCounts.map((name) => {
    const some = cells.filter(counted[name]);
    return [name, some.reduce((sum, { count }) => sum + count, 0)] as const;
  });
  return Object.fromEntries(sums) as Record<UnitCount, number>;
}

function byOpened(one: UnitStatistics, other: UnitStatistics): number {
  return other.opened - one.opened || (one.unitName < other.unitName ? -1 : 1);
}
