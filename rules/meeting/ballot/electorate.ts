import type { Tally } from '../../application/facts.js';
import type { Policy } from '../../policy/policy.js';
import { quorumMet } from '../meeting.js';

/** Who is present for one motion, fixed as it opens: members who come later vote on the next one. */
export interface Electorate {
  /** Seats of the committee that are held. */
  readonly committee: number;
  /** Who attended as the motion opened, the recused included. */
  readonly attending: readonly string[];
  readonly recused: readonly string[];
  readonly voters: readonly string[];
}

/** The electorate of a motion: those who attend, less those recused from this application and no other. */
export function electorateOf({
  seated,
  present,
  recused,
}: {
  readonly seated: readonly string[];
  readonly present: readonly string[];
  readonly recused: ReadonlySet<string>;
}): Electorate {
  const attending = seated.filter((member) => present.includes(member));
  return {
    committee: seated.length,
    attending,
    recused: attending.filter((member) => recused.has(member)),
    voters: attending.filter((member) => !recused.has(member)),
  };
}

/** The counts of an electorate, before anybody has voted. */
export function countsOf({
  committee,
  attending,
  recused,
}: Electorate): Pick<Tally, 'committee' | 'attending' | 'recused'> {
  return { committee, attending: attending.length, recused: recused.length };
}

/** Whether the quorum is reached (人社部令第40号：出席人数不少于评委会人数的三分之二). */
export function mayDecide(electorate: Electorate, policy: Policy): boolean {
  return quorumMet({ ...countsOf(electorate), agree: 0, disagree: 0, abstain: 0 }, policy);
}

/** The fewest members who must be present for a meeting, when nobody is recused. */
export function fewestPresent(committee: number, policy: Policy): number {
  for (let present = 1; present <= committee; present += 1) {
    if (quorumMet({ committee, attending: present, recused: 0, agree: 0, disagree: 0, abstain: 0 }, policy))
      return present;
  }
  return committee;
}
