import type { positionGuards } from '../../../../rules/application/guards/positionGuards.js';
import { cite } from '../../../../rules/policy/clauses.js';
import { deputySenior } from '../../../support/facts.js';
import { changed, judging, policy, tally } from './judging.js';

const withPositions = changed('positions', true);
const positions = (held: number, level = deputySenior.level) => ({
  positions: { level, approved: 3, occupied: 1, held },
});
function positionsClause(): string {
  return cite(policy, 'positions');
}

judging<keyof typeof positionGuards>({
  position_vacant: [
    ['one of two is held', { data: positions(1), policy: withPositions }, null],
    ['both are held', { data: positions(2), policy: withPositions }, ['no_vacant_position', null, positionsClause()]],
    [
      'stated for another level',
      { data: positions(0, 'senior'), policy: withPositions },
      ['positions_not_stated', null, positionsClause()],
    ],
    [
      'not stated',
      { data: { positions: null }, policy: withPositions },
      ['positions_not_stated', null, positionsClause()],
    ],
    ['not known', { data: {}, policy: withPositions }, ['positions_not_stated', null, positionsClause()]],
    ['not asked for', { data: {}, policy: changed('positions', false) }, null],
  ],
  position_left: [
    ['passed, one is left', { data: { tally: tally(), ...positions(1) }, policy: withPositions }, null],
    [
      'passed, none is left',
      { data: { tally: tally(), ...positions(2) }, policy: withPositions },
      ['no_vacant_position', null, positionsClause()],
    ],
    ['not passed', { data: { tally: tally({ agree: 1, disagree: 9 }), ...positions(2) }, policy: withPositions }, null],
  ],
});
