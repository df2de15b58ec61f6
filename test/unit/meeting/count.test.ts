import fc from 'fast-check';
import { type Choice, choices } from '../../../rules/meeting/ballot/choices.js';
import { countBallots } from '../../../rules/meeting/ballot/count.js';
import { countsOf, electorateOf, fewestPresent, mayDecide } from '../../../rules/meeting/ballot/electorate.js';
import { merkleRoot } from '../../../rules/meeting/ballot/merkle.js';
import { ballotLeaves } from '../../../rules/meeting/ballot/papers.js';
import { tallyProblem, thresholdMet, votersOf } from '../../../rules/meeting/meeting.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { twoThirds } from '../../support/twoThirds.js';

const ballot = (choice: Choice, number: number) => ({ choice, serial: String(number).padStart(4, '0'), signature: '' });
const members = (count: number) => Array.from({ length: count }, (_, number) => `expert-${number}`);
const nobody: ReadonlySet<string> = new Set();

describe('Who decides a motion', () => {
  test.each(twoThirds)('a committee of %i sits with %i and not with one fewer', (committee, fewest) => {
    expect(fewestPresent(committee, aksu2024)).toBe(fewest);
    const seated = members(committee);
    const room = (present: number) => electorateOf({ seated, present: seated.slice(0, present), recused: nobody });
    expect(mayDecide(room(fewest), aksu2024)).toBe(true);
    expect(mayDecide(room(fewest - 1), aksu2024)).toBe(false);
  });

  test('whoever has no seat is not of it, however present they are', () => {
    const room = electorateOf({ seated: members(3), present: [...members(3), 'alternate'], recused: nobody });
    expect(room.voters).toEqual(members(3));
  });

  // 11 seats, 8 attend, one of them recused: 7 of 10 is at least two thirds; with three recused 5 of 8 is not (5.33…).
  test('the recused are out of both sides', () => {
    const seated = members(11);
    const room = (recused: number) =>
      electorateOf({ seated, present: seated.slice(0, 8), recused: new Set(seated.slice(0, recused)) });
    expect(countsOf(room(1))).toEqual({ committee: 11, attending: 8, recused: 1 });
    expect(mayDecide(room(1), aksu2024)).toBe(true);
    expect(mayDecide(room(3), aksu2024)).toBe(false);
  });

  test('a recusal from one application never changes who decides another, nor how', () => {
    const votes = fc.array(fc.constantFrom(...choices), { minLength: 31, maxLength: 31 });
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 31 }), fc.nat(), votes, (committee, who, cast) => {
        const seated = members(committee);
        const applications = ['one', 'other'];
        const recusals = new Map([['one', new Set([seated[who % committee] ?? ''])]]);
        const decide = (recused: ReadonlyMap<string, ReadonlySet<string>>) =>
          applications.map((application) => {
            const room = electorateOf({ seated, present: seated, recused: recused.get(application) ?? nobody });
            const ballots = room.voters.map((voter) => ({ choice: cast[seated.indexOf(voter)] ?? 'abstain' }));
            return { room, count: countBallots(ballots, countsOf(room)) };
          });
        const [one, other] = decide(recusals);
        const [before, otherBefore] = decide(new Map());
        expect(other).toEqual(otherBefore);
        expect(one?.room.voters.length).toBe((before?.room.voters.length ?? 0) - 1);
      }),
    );
  });
});

describe('The count', () => {
  const room = (attending: number) => ({ committee: 31, attending, recused: 0 });

  test('does not depend on the order in which ballots came, and neither does the root', () => {
    const cast = fc.array(fc.constantFrom(...choices), { maxLength: 31 }).chain((votes) => {
      const ballots = votes.map(ballot);
      return fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length }));
    });
    fc.assert(
      fc.property(cast, ([ballots, shuffled]) => {
        expect(countBallots(shuffled, room(31))).toEqual(countBallots(ballots, room(31)));
        expect(merkleRoot(ballotLeaves(shuffled))).toBe(merkleRoot(ballotLeaves(ballots)));
      }),
    );
  });

  test('adds up, whatever was cast and however many cast nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...choices), { maxLength: 31 }), fc.nat(10), (votes, absent) => {
        const { tally, notCast } = countBallots(votes.map(ballot), { ...room(votes.length + absent), committee: 41 });
        expect(notCast).toBe(absent);
        expect(tallyProblem(tally)).toBeNull();
      }),
    );
  });

  test('one vote flips the result exactly at the threshold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), (voters) => {
        const passes = (agree: number) => {
          const votes = [
            ...members(agree).map(() => 'agree' as const),
            ...members(voters - agree).map(() => 'disagree' as const),
          ];
          return thresholdMet(countBallots(votes.map(ballot), room(voters)).tally, aksu2024);
        };
        const flips = members(voters).filter((_, agree) => passes(agree) !== passes(agree + 1));
        expect(flips).toHaveLength(1);
        // Two thirds of those attending, rounded up, in whole numbers: 3·agree ≥ 2·voters.
        expect(passes(Math.ceil((2 * voters) / 3))).toBe(true);
        expect(passes(Math.ceil((2 * voters) / 3) - 1)).toBe(false);
      }),
    );
  });

  // 10 voters, 5 to 5: half is less than two thirds.
  test('a tie fails', () => {
    const votes = members(10).map((_, number) => ballot(number < 5 ? 'agree' : 'disagree', number));
    expect(thresholdMet(countBallots(votes, room(10)).tally, aksu2024)).toBe(false);
  });

  // 9 voters: 6 agree and pass; when one of the six abstains or casts nothing, 5 of 9 do not.
  test('an abstention, and a ballot that was not cast, weigh like not agreeing', () => {
    const six = members(6).map((_, number) => ballot('agree', number));
    expect(thresholdMet(countBallots(six, room(9)).tally, aksu2024)).toBe(true);
    const five = six.slice(1);
    expect(thresholdMet(countBallots(five, room(9)).tally, aksu2024)).toBe(false);
    expect(thresholdMet(countBallots([...five, ballot('abstain', 9)], room(9)).tally, aksu2024)).toBe(false);
    const { tally, notCast } = countBallots(five, room(9));
    expect({ notCast, abstain: tally.abstain, voters: votersOf(tally) }).toEqual({ notCast: 4, abstain: 4, voters: 9 });
  });
});
