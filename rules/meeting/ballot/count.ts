import type { Tally } from '../../application/facts.js';
import { votersOf } from '../meeting.js';
import { type Choice, choices } from './choices.js';

/** The count of a motion. Voters who cast nothing count as abstaining; the minutes give their number. */
export interface Count {
  readonly tally: Tally;
  readonly notCast: number;
}

/**
 * Counts the ballots of a motion. Who attended and cast no ballot has not agreed: with the threshold taken of those
 * attending they weigh like an abstention (人社部令第40号：未投票的不得补充投票).
 */
export function countBallots(
  ballots: readonly { readonly choice: Choice }[],
  room: Pick<Tally, 'committee' | 'attending' | 'recused'>,
): Count {
  const [agree = 0, disagree = 0, abstain = 0] = choices.map(
    (choice) => ballots.filter((ballot) => ballot.choice === choice).length,
  );
  const notCast = votersOf({ ...room, agree, disagree, abstain }) - ballots.length;
  return { tally: { ...room, agree, disagree, abstain: abstain + notCast }, notCast };
}
