import { decideDraw, drawActs, drawActsIn, drawStates } from '../../../rules/committee/draw/drawLaw.js';
import { endOfTerm, pooledSpecialty } from '../../../rules/committee/experts.js';
import {
  answersTo,
  decideDeputy,
  decideInvitation,
  emptySeats,
  hasAccepted,
  holdsPlace,
  invitationAnswers,
  invitations,
  isSeated,
  seatsFilled,
  successorOf,
  supplementProblem,
} from '../../../rules/committee/seats.js';

describe('The deputy', () => {
  const named = { isChair: false, isDeputy: false, finalized: false, freeText: false };
  test.each([
    ['the first one before a meeting, without a reason', {}, 'done'],
    ['another one, without a reason', { finalized: true }, 'free_text_missing'],
    ['another one, with a reason', { finalized: true, freeText: true }, 'done'],
    ['the chair', { isChair: true, freeText: true }, 'already_done'],
    ['whoever is it already', { isDeputy: true, freeText: true, finalized: true }, 'already_done'],
  ] as const)('named is %s', (_case, given, expected) => {
    expect(decideDeputy({ ...named, ...given })?.code ?? 'done').toBe(expected);
  });
});

describe('An invitation', () => {
  test('is accepted or declined, and whoever has declined does not come back', () => {
    const table = invitations.map((invitation) =>
      invitationAnswers.map((answer) => {
        const decided = decideInvitation(invitation, answer);
        return 'code' in decided ? decided.code : decided.next;
      }),
    );
    expect(Object.fromEntries(invitations.map((invitation, index) => [invitation, table[index]]))).toEqual({
      invited: ['accepted', 'declined'],
      accepted: ['accepted', 'declined'],
      declined: ['already_done', 'declined'],
      replaced: ['already_done', 'replaced'],
    });
    expect(invitations.map(answersTo)).toEqual([['accept', 'decline'], ['decline'], [], []]);
  });

  test('stands until it is declined, and is a seat for members only', () => {
    expect(invitations.filter((invitation) => holdsPlace({ invitation }))).toEqual(['invited', 'accepted']);
    expect(invitations.filter((invitation) => hasAccepted({ invitation }))).toEqual(['accepted']);
    expect(invitations.filter((invitation) => isSeated({ position: 'member', invitation }))).toEqual([
      'invited',
      'accepted',
    ]);
    expect(invitations.some((invitation) => isSeated({ position: 'alternate', invitation }))).toBe(false);
  });

  test('declined goes to the next alternate of the same specialty who has not declined', () => {
    const place = (specialty: string, ordinal: number, more: object = {}) => ({
      specialty,
      ordinal,
      position: 'alternate' as const,
      invitation: 'invited' as const,
      ...more,
    });
    const line = [place('b', 1), place('a', 4), place('a', 2, { invitation: 'declined' as const }), place('a', 3)];
    expect(successorOf('a', line)).toMatchObject({ ordinal: 3 });
    expect(successorOf('b', line)).toMatchObject({ ordinal: 1 });
    expect(successorOf('c', line)).toBeNull();
    expect(successorOf('a', [place('a', 1, { position: 'member' })])).toBeNull();
  });
});

describe('Seats that nobody is in line for', () => {
  const place = (specialty: string, ordinal: number, invitation: (typeof invitations)[number], more: object = {}) => ({
    specialty,
    ordinal,
    position: 'member' as const,
    invitation,
    ...more,
  });
  const places = [
    place('b', 1, 'accepted'),
    place('a', 5, 'declined'),
    place('a', 3, 'declined'),
    place('a', 2, 'replaced'),
    place('b', 4, 'declined', { position: 'alternate' as const }),
  ];

  test('are those of members who declined and were not replaced, by specialty', () => {
    expect(emptySeats(places)).toEqual([{ specialty: 'a', count: 2 }]);
  });

  test('are filled in the order in which they stand, and by no more experts than there are seats', () => {
    expect(seatsFilled('a', places, 1)).toMatchObject([{ ordinal: 3 }]);
    expect(supplementProblem(places, 'a', 2)).toBeNull();
    expect(supplementProblem(places, 'a', 3)).toMatchObject({ code: 'plan_invalid', field: 'size' });
    expect(supplementProblem(places, 'b', 1)).toMatchObject({
      code: 'event_not_allowed',
      field: 'specialty',
      clause: expect.stringContaining('人社部令第40号'),
    });
  });
});

test('A draw goes from committed to frozen to drawn, is void only before, and every other act is refused with the clause', () => {
  const steps = drawStates.map((state) => [state, drawActsIn(state)]);
  expect(Object.fromEntries(steps)).toEqual({
    committed: ['freeze', 'void'],
    frozen: ['draw', 'void'],
    drawn: [],
    void: [],
  });
  for (const state of drawStates) {
    for (const act of drawActs) {
      const decided = decideDraw(state, act);
      if (drawActsIn(state).includes(act)) expect(decided).toHaveProperty('next');
      else
        expect(decided).toMatchObject({ code: 'event_not_allowed', clause: expect.stringContaining('人社部令第40号') });
    }
  }
});

test.each([
  ['2024-01-01', 3, '2027-01-01'],
  ['2024-02-29', 3, '2027-03-01'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2024-12-31', 1, '2025-12-31'],
])('A term from %s of %i years is over on %s', (from, years, end) => {
  expect(endOfTerm(from, years)).toBe(end);
});

test('An expert of several specialties stands in the pool for the first of theirs that the committee judges', () => {
  expect(pooledSpecialty(['x', 'b', 'a'], ['a', 'b'])).toBe('b');
  expect(pooledSpecialty(['x'], ['a', 'b'])).toBeNull();
});
