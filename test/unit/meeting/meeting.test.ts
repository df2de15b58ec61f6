import fc from 'fast-check';
import type { Tally } from '../../../rules/application/facts.js';
import { quorumMet, tallyProblem, thresholdMet } from '../../../rules/meeting/meeting.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { twoThirds } from '../../support/twoThirds.js';

const tally = (part: Partial<Tally>): Tally => ({
  committee: 11,
  attending: 11,
  recused: 0,
  agree: 11,
  disagree: 0,
  abstain: 0,
  ...part,
});

describe('the meeting', () => {
  test.each(twoThirds)(
    'a committee of %i may meet when %i attend, and not when one fewer does',
    (committee, fewest) => {
      expect(quorumMet(tally({ committee, attending: fewest }), aksu2024)).toBe(true);
      expect(quorumMet(tally({ committee, attending: fewest - 1 }), aksu2024)).toBe(false);
    },
  );

  test.each(twoThirds)('of %i who attend, %i must agree, and one fewer is not enough', (attending, fewest) => {
    const votes = (agree: number) => tally({ committee: 31, attending, agree, disagree: attending - agree });
    expect(thresholdMet(votes(fewest), aksu2024)).toBe(true);
    expect(thresholdMet(votes(fewest - 1), aksu2024)).toBe(false);
  });

  // 11 members, 8 attend, 2 of them recused: 6 of 9 is exactly two thirds; of the 6 voters 4 must agree.
  test('recused members are out of both denominators, for this application', () => {
    const recused = tally({ committee: 11, attending: 8, recused: 2, agree: 4, disagree: 2 });
    expect(quorumMet(recused, aksu2024)).toBe(true);
    expect(thresholdMet(recused, aksu2024)).toBe(true);
    expect(thresholdMet({ ...recused, agree: 3, disagree: 3 }, aksu2024)).toBe(false);
    // 7 attend, 2 recused: 5 of 9 is less than two thirds.
    expect(quorumMet({ ...recused, attending: 7, agree: 4, disagree: 1 }, aksu2024)).toBe(false);
  });

  test('an abstention counts as attending and not as agreeing', () => {
    expect(thresholdMet(tally({ attending: 9, agree: 5, abstain: 4 }), aksu2024)).toBe(false);
    expect(thresholdMet(tally({ attending: 9, agree: 6, abstain: 3 }), aksu2024)).toBe(true);
  });

  test('when every member is recused nobody can decide', () => {
    const nobody = tally({ committee: 3, attending: 3, recused: 3, agree: 0 });
    expect(quorumMet(nobody, aksu2024)).toBe(false);
    expect(thresholdMet(nobody, aksu2024)).toBe(false);
  });

  test.each([
    ['more attend than belong to the committee', { attending: 12, agree: 12 }],
    ['more are recused than attend', { attending: 3, recused: 4, agree: 0 }],
    ['there are more votes than voters', { agree: 11, abstain: 1 }],
    ['a voter is missing', { agree: 10 }],
    ['a recused member voted', { recused: 1, agree: 11 }],
    ['a count is negative', { agree: 12, disagree: -1 }],
    ['a count is half a vote', { agree: 10.5, disagree: 0.5 }],
    ['a count is no number', { agree: Number.NaN }],
  ] as const)('a tally cannot be right when %s', (_why, wrong) => {
    expect(tallyProblem(tally(wrong))).toEqual({
      zh: expect.stringMatching(/。$/),
      en: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });

  test('what is wrong with a tally is told by its own counts', () => {
    expect(tallyProblem(tally({ attending: 3, recused: 4, agree: 0 }))).toHaveProperty(
      'zh',
      '回避4人，多于出席3人，请核对。',
    );
    expect(tallyProblem(tally({ agree: 10 }))).toHaveProperty(
      'zh',
      '同意、反对、弃权共10票，与出席且不回避的11人不符，请核对。',
    );
  });

  test('a tally that adds up is accepted, and one more vote is not', () => {
    const counts = fc.tuple(...Array.from({ length: 5 }, () => fc.nat(10)));
    fc.assert(
      fc.property(counts, ([agree = 0, disagree = 0, abstain = 0, recused = 0, away = 0]) => {
        const attending = agree + disagree + abstain + recused;
        const right = { committee: attending + away, attending, recused, agree, disagree, abstain };
        expect(tallyProblem(right)).toBeNull();
        expect(tallyProblem({ ...right, agree: agree + 1 })).not.toBeNull();
      }),
    );
  });
});
