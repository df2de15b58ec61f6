import { leaderOf, mayBeNamed } from '../../../rules/meeting/leading.js';

const leaders = { chair: 'A', deputy: 'B', named: 'C' };
const room = (present: string, recused = '') => ({ present: new Set(present), recused: new Set(recused) });

test.each([
  ['everybody is there', 'ABCD', '', ['A', 'chair']],
  ['the chair is recused', 'ABCD', 'A', ['B', 'deputy']],
  ['the chair has left the room', 'BCD', '', ['B', 'deputy']],
  ['chair and deputy are recused', 'ABCD', 'AB', ['C', 'named']],
  ['the chair is recused and the deputy away', 'ACD', 'A', ['C', 'named']],
  ['all three are recused', 'ABCD', 'ABC', undefined],
  ['nobody is in the room', '', '', undefined],
] as const)('%s: who leads the vote', (_case, present, recused, expected) => {
  const leader = leaderOf(leaders, room(present, recused));
  expect(leader ? [leader.expertId, leader.as] : undefined).toEqual(expected);
});

test('a part nobody has is passed over', () => {
  expect(leaderOf({ ...leaders, deputy: null }, room('ABC', 'A'))).toEqual({ expertId: 'C', as: 'named' });
  expect(leaderOf({ chair: 'A', deputy: null, named: null }, room('ABC', 'A'))).toBeNull();
});

test('whoever is recused from an application is not named to lead its vote', () => {
  expect(mayBeNamed(['A', 'B', 'C'], new Set('B'))).toEqual(['A', 'C']);
});
