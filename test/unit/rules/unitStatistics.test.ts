import { statuses } from '../../../rules/application/lifecycle.js';
import { type UnitCell, unitEnds, unitStatistics } from '../../../rules/campaign/unitStatistics.js';

const one = { unitId: 'a', unitName: '甲厂', employerKind: 'state_enterprise', count: 1 } as const;
const cell = (more: Partial<UnitCell>): UnitCell => ({
  ...one,
  status: 'draft',
  arrived: false,
  accepted: false,
  ...more,
});
const onTheWay = { arrived: true, accepted: true };

describe('What became of the applications of each unit', () => {
  test('how far they came, and how they ended', () => {
    const lines = unitStatistics([
      cell({ count: 2 }),
      cell({ status: 'lapsed', arrived: true, count: 3 }),
      cell({ ...onTheWay, status: 'conferred', count: 4 }),
      cell({ ...onTheWay, status: 'not_passed' }),
      cell({ ...onTheWay, status: 'public_notice' }),
      cell({ ...onTheWay, status: 'disqualified' }),
      cell({ status: 'withdrawn' }),
      cell({ status: 'not_recommended' }),
      cell({ status: 'not_accepted', arrived: true }),
    ]);
    expect(lines).toEqual([
      {
        unitId: 'a',
        unitName: '甲厂',
        employerKind: 'state_enterprise',
        opened: 15,
        arrived: 11,
        accepted: 7,
        passedMeeting: 6,
        conferred: 4,
        running: 3,
        notRecommended: 1,
        notAccepted: 1,
        notPassed: 1,
        disqualified: 1,
        withdrawn: 1,
        lapsed: 3,
      },
    ]);
  });

  test('a unit a line, the one with the most first, and among equals by name', () => {
    const of = (unitId: string, count: number) => cell({ unitId, unitName: unitId, count });
    const lines = unitStatistics([of('c', 1), of('b', 5), of('a', 1), of('b', 1)]);
    expect(lines.map(({ unitId, opened }) => [unitId, opened])).toEqual([
      ['b', 6],
      ['a', 1],
      ['c', 1],
    ]);
  });

  test.each(statuses)('whoever stands in %s is counted in one end, and never in none', (status) => {
    const [line] = unitStatistics([cell({ status })]);
    expect(unitEnds.filter((name) => line?.[name] === 1)).toHaveLength(1);
  });
});
