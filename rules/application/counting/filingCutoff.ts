import type { Calendar } from '../../calendar/calendar.js';
import { type Instant, instantOf, localDateOf } from '../../calendar/instant.js';
import { pausesSince } from '../../calendar/pauses.js';
import { type FilingTurn, filingCutoffOf, ownerOf, type WrittenCutoff } from '../../policy/filingCutoffs.js';
import type { Policy } from '../../policy/policy.js';
import type { Moved } from '../deadline.js';
import type { Facts, FilingGrant } from '../facts.js';
import { turnOf } from '../lifecycle.js';
import { asWritten, type Counted, dayPeriod, laterOf } from './periods.js';

/** A written cutoff with what extensions and pauses have added, each as a move. */
function withGrants(counted: Counted, grants: readonly FilingGrant[]): Counted {
  let { due } = counted;
  const moved = grants.map(({ why, by }): Moved => {
    const from = due;
    due += by;
    return { from, to: due, why };
  });
  return { ...counted, due, moved };
}

function turnIn({ status }: Facts): FilingTurn {
  const turn = turnOf(status);
  return turn === 'applicant' || turn === 'unit' ? turn : 'department';
}

/**
 * The cutoff of whoever has the application in hand. Where it had passed when the application came to them, which only a
 * return can bring about, they have the policy's days from then, never beyond the committee's own cutoff. What an extension
 * or a pause added earlier on is added to every later cutoff.
 */
export function filingCutoff(facts: Facts, policy: Policy, calendar: Calendar): Counted {
  const { chain, chainLevel: level, filingGrants, handedAt, tolledSince } = facts;
  const turn = turnIn(facts);
  const cutoff = laterCutoff(filingCutoffOf(turn, { chain, level }, policy), promisedTo(turn, facts));
  const whose = ownerOf(cutoff);
  // The deadline that runs already has them.
  const added = facts.deadlines.filing_cutoff ? [] : filingGrants;
  const written = asWritten(instantOf(cutoff.value), cutoff.clause, policy, calendar);
  const own = { ...withGrants(written, added), whose };
  // While deadlines stand still, none of them passes.
  if (handedAt === null || written.due > (tolledSince ?? handedAt)) return own;
  const pauses = pausesSince(facts.pauses, handedAt);
  const counted = dayPeriod(localDateOf(handedAt), policy.filing.afterReturn, policy, calendar, pauses);
  const extensions = added.filter(({ why }) => why === 'extension');
  return laterOf(
    own,
    earlierOf({ ...withGrants(counted, extensions), whose }, committeeCutoff(facts, policy, calendar)),
  );
}

function promisedTo(turn: FilingTurn, { promised, chainLevel }: Facts): WrittenCutoff | null {
  if (!promised) return null;
  return turn === 'department' ? (promised.cutoffs.departments[chainLevel] ?? null) : promised.cutoffs[turn];
}

function laterCutoff(stated: WrittenCutoff, promised: WrittenCutoff | null): WrittenCutoff {
  return promised && promised.value > stated.value ? promised : stated;
}

/** The committee's own cutoff, beyond which no return leads, with everything that was added on the way to it. */
function committeeCutoff({ filingGrants }: Facts, policy: Policy, calendar: Calendar): Counted {
  const { value, clause } = policy.filing.committee;
  const whose = { stage: 'committee', department: null, name: null } as const;
  return { ...withGrants(asWritten(instantOf(value), clause, policy, calendar), filingGrants), whose };
}

function earlierOf(one: Counted, other: Counted): Counted {
  return other.due < one.due ? other : one;
}

/** The instant since which a pause takes time from the cutoff: the opening of filing, or the return it is counted from. */
export function filingBegan({ handedAt, deadlines }: Facts, policy: Policy): Instant {
  const opens = instantOf(policy.filing.opens.value);
  return deadlines.filing_cutoff?.rule === 'as_written' ? opens : (handedAt ?? opens);
}
